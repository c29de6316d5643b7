package cn.baosong.core.decision;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.call.Clause;
import cn.baosong.core.call.GuardedRuling;
import cn.baosong.core.call.RulingPolicy;
import cn.baosong.core.check.Finding;
import cn.baosong.core.check.FindingCode;
import cn.baosong.core.check.Outcome;
import cn.baosong.core.submission.SubmissionNumber;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PendingRulingTest {
  @ParameterizedTest
  @CsvSource({
    "ACCEPT, ACCEPT, PASS, true",
    "RETURN, RETURN, PASS, true",
    "REJECT, REJECT, PASS, true",
    "REFER_TO, REFER_TO, PASS, true",
    "WITHDRAW, WITHDRAW, PASS, true",
    "WITHDRAW, REJECT, BLOCK, false",
    "ACCEPT_AGAINST_FINDING, ACCEPT, BLOCK, true",
    "ACCEPT_AGAINST_FINDING, ACCEPT, CORRECT, true",
    "ACCEPT_AGAINST_FINDING, ACCEPT, REFER, false",
    "ACCEPT_AGAINST_FINDING, REJECT, BLOCK, false"
  })
  void demandsASecondPersonForWhatTheCallNames(
      GuardedRuling guarded, Ruling.Kind kind, Outcome found, boolean demanded) {
    assertThat(
            PendingRuling.isDemanded(
                new RulingPolicy(Set.of(guarded)), kind, List.of(finding(found))))
        .isEqualTo(demanded);
  }

  @Test
  void demandsNoSecondPersonUnlessTheCallDoes() {
    for (Ruling.Kind kind : Ruling.Kind.values()) {
      assertThat(
              PendingRuling.isDemanded(
                  RulingPolicy.ONE_PERSON, kind, List.of(finding(Outcome.BLOCK))))
          .isFalse();
    }
  }

  private static Finding finding(Outcome outcome) {
    return new Finding(
        FindingCode.INELIGIBLE,
        outcome,
        new SubmissionNumber("SJ-2020-000001"),
        Optional.empty(),
        "age",
        Clause.NONE,
        "",
        "",
        "");
  }
}
