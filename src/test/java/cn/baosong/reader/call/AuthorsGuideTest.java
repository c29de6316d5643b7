package cn.baosong.reader.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an author may write stands in the guides. */
class AuthorsGuideTest {
  private static final Path FORMS = Path.of("forms");

  @ParameterizedTest
  @CsvSource({
    "README.md, call.schema.json",
    "README.md, cases.schema.json",
    "README.en.md, call.schema.json",
    "README.en.md, cases.schema.json"
  })
  void namesEveryKey(String guide, String schema) throws IOException {
    String text = Files.readString(FORMS.resolve(guide));
    Set<String> keys = new TreeSet<>();
    collect(new ObjectMapper().readTree(FORMS.resolve(schema).toFile()), keys);

    assertThat(keys)
        .hasSizeGreaterThan(20)
        .allSatisfy(key -> assertThat(text).containsPattern("[`{\\s.]" + key + "[`:\\s,\\[]"));
  }

  private static void collect(JsonNode schema, Set<String> keys) {
    schema.path("properties").fieldNames().forEachRemaining(keys::add);
    schema.forEach(part -> collect(part, keys));
  }
}
