package cn.baosong.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.submission.Submission;
import cn.baosong.core.submission.SubmissionState;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A notice that cancels a candidate whose paper differs: the machine proposes, people decide. */
class CancellationJourneyTest extends RunningOffice {
  private static final String UNIT = "11999905MB00000133";
  private static final LocalDate BORN = LocalDate.of(1975, 6, 1);

  @DynamicPropertySource
  static void onAnAprilMorning(DynamicPropertyRegistry registry) {
    at("2017-04-20T09:00:00+08:00", registry);
  }

  @Test
  void draftsALetterThatAsksTheUnitAndLeavesTheCandidateToPeople() throws IOException {
    String identity = Identities.of(BORN, 77);
    Submission submission =
        once(
            drop(
                HandMade.of("nm-bqw-2017", UNIT, "")
                    .candidate("核示例", identity, BORN, Map.of("专业技术职称", "教授")),
                "differs.zip"),
            SubmissionState.PROCESSED);
    Dossier dossier = dossiersOf(submission).get(0);
    String paper =
        """
        {"call": "nm-bqw-2017", "unit": "%s",
         "parcel": {"carrier": "EMS", "item": "1234567890123", "received": "2017-04-20T08:30:00+08:00", "by": "journey"},
         "candidates": [{"identity": "%s", "name": "核示例", "copies": {"登记表": 1},
           "fields": {"姓名": "核示例", "专业技术职称": "副教授"}}]}
        """
            .formatted(UNIT, identity);
    assertThat(clerk().posts("/paper", paper).status()).isLessThan(300);

    JsonNode draft =
        await()
            .atMost(PATIENCE)
            .until(() -> inquiry(submission), Optional::isPresent)
            .orElseThrow();
    assertThat(draft.get("state").asText()).isEqualTo("DRAFT");
    assertThat(draft.toString()).doesNotContain(identity);
    Dossier held = dossiers.find(dossier.number()).orElseThrow();
    assertThat(held.state()).isEqualTo(DossierState.IN_REVIEW);
    assertThat(decisionOn(held).ruling()).isEmpty();

    String id = draft.get("id").asText();
    assertThat(clerk().posts("/notices/" + id + "/release", "{}").status()).isLessThan(300);
    assertThat(letter(submission, "INQUIRY"))
        .contains("专业技术职称", "副教授", "立即取消推荐人选资格", "不是取消推荐人选资格的决定");

    String ruling =
        """
        {"ruling": "REJECT", "reason": "单位说明后核实不一致", "expectedVersion": %d,
         "clause": "对于申报材料弄虚作假或电子数据与书面材料不一致的，一经发现立即取消推荐人选资格并严肃处理。"}
        """
            .formatted(version(dossier));
    assertThat(clerk().posts("/dossiers/" + dossier.number() + "/rulings", ruling).status())
        .isEqualTo(202);
    Dossier ruled = once(dossier.number(), DossierState.REJECTED);
    assertThat(decisionOn(ruled).ruling()).hasValueSatisfying(r -> assertThat(r.by()).isNotBlank());
  }

  private int version(Dossier dossier) {
    return clerk().reads("/dossiers/" + dossier.number()).get("version").asInt();
  }

  private Optional<JsonNode> inquiry(Submission submission) {
    List<JsonNode> letters = clerk().lists("/notices?limit=200");
    return letters.stream()
        .filter(l -> l.get("kind").asText().equals("INQUIRY"))
        .filter(l -> l.toString().contains(submission.number().value()))
        .findFirst();
  }
}
