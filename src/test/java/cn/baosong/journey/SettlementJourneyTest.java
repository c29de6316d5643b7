package cn.baosong.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.submission.Submission;
import cn.baosong.core.submission.SubmissionState;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The Monday after a Saturday deadline: in time only if the day off rolls forward (A10). */
class SettlementJourneyTest extends RunningOffice {
  private static final Path FORMS = OwnForms.linked(Path.of("forms"));
  private static final String ERA = "/calls/nm-xsd-2023-t12";

  @DynamicPropertySource
  static void onTheMonday(DynamicPropertyRegistry registry) throws IOException {
    Path cases = FORMS.resolve("sx-bqw-2020/cases.yaml");
    String text = Files.readString(cases, StandardCharsets.UTF_8);
    Files.writeString(cases, text.replace("    under: {A04: open}\n", ""), StandardCharsets.UTF_8);
    at("2023-10-16T10:00:00+08:00", registry);
    registry.add("baosong.forms", FORMS::toString);
  }

  @Test
  void decidesWhatWaitedOnceTheOfficeSettlesHowItReadsTheNotice() throws IOException {
    HandMade list = NewEra.of("12999900MB00000174", "示例自治区农牧业科学院");
    NewEra.sending(list, NewEra.TIER_1, "苏", 1, 1);
    Submission submission = once(drop(list, "monday.zip"), SubmissionState.PROCESSED);
    Dossier waiting = dossiersOf(submission).get(0);
    assertThat(waiting.state()).isEqualTo(DossierState.IN_REVIEW);
    assertThat(isOpen("A10")).isTrue();
    String first = version();

    Clerk.Answer answer = settle("A10", "\"true\"", first);
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(202);
    assertThat(version()).isNotEqualTo(first);
    assertThat(FORMS.resolve("nm-xsd-2023-t12/settlements.yaml"))
        .content(StandardCharsets.UTF_8)
        .contains("A10", "处务会议定");
    Dossier accepted = once(waiting.number(), DossierState.ACCEPTED);
    assertThat(letter(submission, "ACCEPTANCE"))
        .contains("本通知“于2023年10月14日前”按“顺延到节假日后的第一个工作日”理解（admin于2023年10月16日认定：处务会议定）");

    assertThat(settle("A10", "\"false\"", first).status()).isEqualTo(409);
    assertThat(settle("A10", "\"false\"", version()).status()).isEqualTo(202);
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                clerk().lists("/proposals").stream()
                    .anyMatch(p -> p.toString().contains(accepted.number().value())));
    assertThat(dossiers.find(accepted.number()).orElseThrow().state())
        .isEqualTo(DossierState.ACCEPTED);

    assertThat(settle("A10", "null", version()).status()).isEqualTo(202);
    assertThat(isOpen("A10")).isTrue();
  }

  @Test
  void refusesAReadingUnderWhichACaseOfTheCallFailsAndNamesIt() {
    String call = "/calls/sx-bqw-2020";
    String before = clerk().reads(call).get("version").asText();
    Clerk.Answer answer =
        clerk()
            .posts(
                call + "/settlements",
                """
                {"ambiguity": "A04", "reading": "RECEIPT", "reason": "试", "expectedVersion": "%s"}
                """
                    .formatted(before));
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.body().toString()).contains("T04 快递3月31日揽收");
    assertThat(FORMS.resolve("sx-bqw-2020/settlements.yaml")).doesNotExist();
    assertThat(clerk().reads(call).get("version").asText()).isEqualTo(before);
  }

  private Clerk.Answer settle(String ambiguity, String reading, String seen) {
    return clerk()
        .posts(
            ERA + "/settlements",
            """
            {"ambiguity": "%s", "reading": %s, "reason": "处务会议定", "expectedVersion": "%s", "confirmed": true}
            """
                .formatted(ambiguity, reading, seen));
  }

  private String version() {
    return clerk().reads(ERA).get("version").asText();
  }

  /** Whether a question stands open. */
  private boolean isOpen(String id) {
    for (JsonNode each : clerk().reads(ERA).get("ambiguities")) {
      if (each.get("id").asText().equals(id)) {
        return each.get("settled").isNull();
      }
    }
    throw new IllegalArgumentException(id);
  }
}
