package cn.baosong.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.baosong.core.check.Finding;
import cn.baosong.core.check.FindingCode;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.notice.Letter;
import cn.baosong.core.notice.LetterKind;
import cn.baosong.core.notice.LetterState;
import cn.baosong.core.submission.Digest;
import cn.baosong.core.submission.Submission;
import cn.baosong.core.submission.SubmissionState;
import cn.baosong.desk.Letters;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class LateJourneyTest extends RunningOffice {
  private static final LocalDate BORN = LocalDate.of(1980, 2, 29);

  @Autowired Letters letters;

  @DynamicPropertySource
  static void afterTheDeadline(DynamicPropertyRegistry registry) {
    at("2023-10-18T10:00:00+08:00", registry);
  }

  @Test
  void refusesALatePackageByTheNoticesOwnWordsAndHoldsTheLetter() throws IOException {
    Digest dropped =
        drop(
            HandMade.of("sx-bqw-2020", "11999901MB00000012", "示例市人力资源和社会保障局")
                .candidate("孙七", Identities.of(BORN, 9), BORN),
            "late.zip");
    Submission submission = once(dropped, SubmissionState.PROCESSED);
    Dossier dossier = dossiersOf(submission).get(0);
    assertThat(dossier.state()).isEqualTo(DossierState.REJECTED);
    assertThat(decisionOn(dossier).findings())
        .filteredOn(f -> f.code() == FindingCode.LATE)
        .singleElement()
        .extracting(Finding::clause)
        .extracting("words")
        .asString()
        .contains("以邮戳日期为准，逾期不予受理");
    Letter refusal =
        await()
            .atMost(PATIENCE)
            .until(
                () ->
                    letters.of(submission.number()).stream()
                        .filter(l -> l.kind() == LetterKind.NOT_ACCEPTED)
                        .findFirst(),
                Optional::isPresent)
            .orElseThrow();
    assertThat(refusal.hold()).isEqualTo(Duration.ofMinutes(30));
    assertThat(refusal.state()).isEqualTo(LetterState.WAITING);
    assertThat(letter(submission, "RECEIPT")).contains("2023年10月18日");
    assertThat(hasLetter(submission, "NOT_ACCEPTED")).isFalse();
  }

  @Test
  void takesALateListForWaivedWhereTheNoticeSaysSo() throws IOException {
    HandMade list = NewEra.of("11999905MB00000133", "示例盟人力资源和社会保障局");
    Submission submission =
        once(
            drop(NewEra.sending(list, NewEra.TIER_1, "巴图", 1, 2), "waived.zip"),
            SubmissionState.PROCESSED);

    assertThat(dossiersOf(submission)).allMatch(d -> d.state() == DossierState.REJECTED);
    Letter waived =
        await()
            .atMost(PATIENCE)
            .until(
                () ->
                    letters.of(submission.number()).stream()
                        .filter(l -> l.kind() == LetterKind.DEEMED_WAIVED)
                        .findFirst(),
                Optional::isPresent)
            .orElseThrow();
    assertThat(waived.state()).isEqualTo(LetterState.WAITING);
    assertThat(waived.sections().toString())
        .contains("收到时间为2023年10月18日", "最宽解释至2023年10月16日24:00", "逾期不报视为放弃");
    assertThat(letters.of(submission.number())).noneMatch(l -> l.kind() == LetterKind.NOT_ACCEPTED);
  }

  @Test
  void keepsARefusalInTheHouseThatAPersonOverrulesInTime() throws IOException {
    Digest dropped =
        drop(
            HandMade.of("sx-bqw-2020", "11999902MB0000002K", "样板市人力资源和社会保障局")
                .candidate("李四", Identities.of(BORN, 11), BORN),
            "overruled.zip");
    Submission submission = once(dropped, SubmissionState.PROCESSED);
    Dossier refused = dossiersOf(submission).get(0);
    assertThat(refused.state()).isEqualTo(DossierState.REJECTED);

    assertThat(
            clerk()
                .posts(
                    "/dossiers/" + refused.number() + "/rulings",
                    """
                    {"ruling": "ACCEPT", "reason": "邮戳核实为3月31日", "expectedVersion": %d}
                    """
                        .formatted(refused.version()))
                .status())
        .isEqualTo(202);

    assertThat(letter(submission, "ACCEPTANCE")).contains("本次决定由工作人员（admin）作出");
    assertThat(letters.of(submission.number()))
        .filteredOn(l -> l.kind() == LetterKind.NOT_ACCEPTED)
        .extracting(Letter::state)
        .containsExactly(LetterState.STOPPED);
    assertThat(clerk().lists("/dossiers/" + refused.number() + "/decisions"))
        .extracting(past -> past.at("/decision/state").asText())
        .containsExactly("REJECTED", "ACCEPTED");
  }
}
