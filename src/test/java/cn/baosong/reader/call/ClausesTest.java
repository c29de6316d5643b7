package cn.baosong.reader.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the shipped calls quote stands in their notices, word for word. */
class ClausesTest {
  private static final Set<String> QUOTES =
      Set.of("clause", "words", "consistency", "secrecy", "returns");

  @ParameterizedTest
  @CsvSource({
    "sx-bqw-2020, shanxi-2020-baiqianwan.txt, 35",
    "nm-bqw-2017, neimenggu-2017-baiqianwan.txt, 25",
    "nm-xsd-2023-t12, neimenggu-2023-xinshidai.txt, 40",
    "nm-xsd-2023-t3, neimenggu-2023-xinshidai.txt, 13",
    "sx-tj-2023, yangquan-2023-zhengfujintie.txt, 60",
    "yq-tj-2023, yangquan-2023-zhengfujintie.txt, 50",
    "dt-xsdt-2020, datong-2020-daitouren.txt, 50",
  })
  void quotesEveryClauseVerbatim(String call, String text, int atLeast) throws IOException {
    quotes(notice(text), Path.of("forms", call), atLeast);
  }

  @ParameterizedTest
  @CsvSource({"yl-msqj-2023, 20", "yl-msqj-2023-gx, 8"})
  void quotesTheInventedNoticeVerbatimToo(String call, int atLeast) throws IOException {
    Path invented = Path.of("src/test/resources/invented");
    quotes(
        Files.readString(invented.resolve("notice.txt"), StandardCharsets.UTF_8),
        invented.resolve(call),
        atLeast);
  }

  private static void quotes(String text, Path folder, int atLeast) throws IOException {
    String notice = plain(text);
    byte[] call = Files.readAllBytes(folder.resolve("call.yaml"));
    List<String> clauses = new ArrayList<>();
    collect(YamlSource.read("call.yaml", call, new Faults()).root(), clauses);

    assertThat(clauses).hasSizeGreaterThan(atLeast);
    assertThat(clauses).allSatisfy(words -> assertThat(notice).contains(plain(words)));
  }

  private static void collect(JsonNode node, List<String> found) {
    node.properties()
        .forEach(
            property -> {
              if (QUOTES.contains(property.getKey()) && property.getValue().isTextual()) {
                found.add(property.getValue().asText());
              }
              collect(property.getValue(), found);
            });
    if (node.isArray()) {
      node.forEach(item -> collect(item, found));
    }
  }

  private static String plain(String text) {
    return text.replaceAll("[\\s\\p{Z}]", "");
  }

  private static String notice(String name) throws IOException {
    try (var in = ClausesTest.class.getResourceAsStream("/notices/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
