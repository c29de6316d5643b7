package cn.baosong.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The shipped notices get exactly the warnings that they deserve. */
class DeservedWarningsTest {
  private static final Map<String, List<String>> DESERVED =
      Map.of(
          "sx-bqw-2020",
          List.of("MAILBOXES channels.mailboxes", "COPIES_INFERRED materials[0]"),
          "nm-bqw-2017",
          List.of(
              "NUMBER_MISSING notice.number",
              "DATE_MISSING notice.date",
              "ISSUER_INFERRED notice.issuerInferred",
              "DAY_OFF deadlines[0].date"),
          "dt-xsdt-2020",
          List.of(
              "NUMBER_MISSING notice.number",
              "DATE_MISSING notice.date",
              "ISSUER_INFERRED notice.issuerInferred",
              "YEAR_INFERRED deadlines[0].date",
              "CONSEQUENCE_MISSING lateness.consequences",
              "TOTALS_DIFFER totals[0]",
              "TOTALS_DIFFER totals[1]"),
          "yq-tj-2023",
          List.of("YEAR_INFERRED deadlines[0].date", "CONSEQUENCE_MISSING lateness.consequences"),
          "sx-tj-2023",
          List.of("DATE_MISSING notice.date", "COPIES_INFERRED materials[0]"),
          "nm-xsd-2023-t12",
          List.of("DAY_OFF deadlines[0].date"),
          "nm-xsd-2023-t3",
          List.of("CONSEQUENCE_MISSING lateness.consequences"));

  private static JsonNode report;

  @BeforeAll
  static void check() throws IOException {
    Terminal check = Terminal.run("check", "forms", "--json");
    assertThat(check.status()).as(check.out()).isZero();
    report = new ObjectMapper().readTree(check.out());
  }

  @Test
  void eachCallHasExactlyTheWarningsThatItsNoticeDeserves() {
    for (JsonNode call : report.at("/calls")) {
      List<String> found = new ArrayList<>();
      call.at("/warnings")
          .forEach(w -> found.add(w.at("/code").asText() + " " + w.at("/key").asText()));
      List<String> deserved = DESERVED.get(call.at("/call").asText());
      if (deserved != null) {
        assertThat(found).as(call.at("/call").asText()).containsExactlyElementsOf(deserved);
      }
    }
    assertThat(report.at("/calls").findValuesAsText("call")).containsAll(DESERVED.keySet());
  }

  @Test
  void eachWarningAndOpenQuestionPointsToItsLine() throws IOException {
    for (JsonNode call : report.at("/calls")) {
      List<String> lines =
          Files.readAllLines(
              Path.of("forms", call.at("/call").asText(), "call.yaml"), StandardCharsets.UTF_8);
      for (JsonNode open : call.at("/open")) {
        assertThat(lines.get(open.at("/line").asInt() - 1)).contains(open.at("/id").asText());
      }
      for (JsonNode warning : call.at("/warnings")) {
        String key = warning.at("/key").asText();
        String line = lines.get(warning.at("/line").asInt() - 1);
        if (!warning.at("/code").asText().endsWith("_MISSING") && !key.endsWith("]")) {
          assertThat(line).contains(key.substring(key.lastIndexOf('.') + 1) + ":");
        }
      }
    }
  }

  @Test
  void aStrictAuthorWantsNoWarningAtAll() {
    Terminal strict = Terminal.run("check", "forms", "--strict");
    assertThat(strict.status()).isEqualTo(1);
    assertThat(strict.out())
        .containsPattern(
            "提示 DAY_OFF \\S+call\\.yaml:\\d+ deadlines\\[0\\]\\.date  .*休息日.*\\(.+\\)");
  }
}
