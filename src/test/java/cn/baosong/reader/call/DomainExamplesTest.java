package cn.baosong.reader.call;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * Each example verdict of the domain (section 9) is a case of a call, expected to be decided as the
 * domain says, or a line of a test. The cases themselves are run by {@link CaseRunnerTest}.
 */
class DomainExamplesTest {
  private static final Pattern ID = Pattern.compile("([TEQMC]\\d\\d) .*");
  private static final String EXAMPLES = "/examples/domain-verdicts.csv";

  /**
   * Id, call or test class, words of the case's name or of the test, state expected of the case.
   */
  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvFileSource(resources = EXAMPLES, delimiter = ';', numLinesToSkip = 1)
  void everyExampleVerdictIsHeld(String id, String place, String words, String state)
      throws IOException {
    if (place.endsWith("Test")) {
      assertThat(Files.readString(test(place), StandardCharsets.UTF_8)).contains(id, words);
      return;
    }
    List<String> states = new ArrayList<>();
    for (JsonNode each : cases(place)) {
      String name = each.path("name").asText();
      if (name.startsWith(id + " ") && name.contains(words)) {
        states.add(each.path("expect").path("state").asText());
      }
    }
    assertThat(states).as("%s in %s: %s", id, place, words).containsExactly(state);
  }

  @Test
  void noCaseBearsAnIdThatTheTableDoesNotHold() throws IOException {
    Set<String> known = new TreeSet<>();
    try (var in = DomainExamplesTest.class.getResourceAsStream(EXAMPLES)) {
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .forEach(line -> known.add(line.substring(0, line.indexOf(';')).strip()));
    }
    assertThat(known).hasSize(43);
    try (Stream<Path> calls = Files.list(Path.of("forms"))) {
      for (Path call : calls.filter(c -> Files.exists(c.resolve("cases.yaml"))).toList()) {
        for (JsonNode each : cases(call.getFileName().toString())) {
          Matcher name = ID.matcher(each.path("name").asText());
          assertThat(!name.matches() || known.contains(name.group(1))).as("%s", each).isTrue();
        }
      }
    }
  }

  private static JsonNode cases(String call) throws IOException {
    Path file = Path.of("forms", call, "cases.yaml");
    return YamlSource.read("cases.yaml", Files.readAllBytes(file), new Faults())
        .root()
        .path("cases");
  }

  private static Path test(String name) {
    return Path.of("src/test/java/cn/baosong")
        .resolve(String.join("/", Arrays.asList(name.split("\\."))) + ".java");
  }
}
