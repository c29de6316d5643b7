package cn.baosong.core.check;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.call.Clause;
import cn.baosong.core.dossier.DossierNumber;
import cn.baosong.core.submission.SubmissionNumber;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReadingsTest {
  private static final String WHY = "没有说清。";

  @Test
  void refersToAPersonWhatOnlyOneReadingFinds() {
    List<Finding> merged =
        new Readings(List.of(), List.of(List.of(finding("E5", Outcome.BLOCK)))).merged(WHY);
    assertThat(merged)
        .singleElement()
        .satisfies(
            f -> {
              assertThat(f.outcome()).isEqualTo(Outcome.REFER);
              assertThat(f.code()).isEqualTo(FindingCode.RULE_UNDECIDED);
              assertThat(f.sentence()).endsWith(WHY);
            });
  }

  @Test
  void isDefiniteWhereEveryReadingComesToTheSameByWhateverRule() {
    Finding first = finding("city", Outcome.CORRECT);
    assertThat(
            new Readings(List.of(first), List.of(List.of(finding("others", Outcome.CORRECT))))
                .merged(WHY))
        .containsExactly(first);
  }

  @Test
  void leavesWhatDoesNotHangOnTheReadingBesideWhatDoes() {
    Finding sure = finding("E1", Outcome.BLOCK);
    List<Finding> merged =
        new Readings(List.of(sure, finding("E5", Outcome.REFER)), List.of(List.of(sure)))
            .merged(WHY);
    assertThat(merged)
        .extracting(Finding::rule, Finding::outcome)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("E1", Outcome.BLOCK),
            org.assertj.core.groups.Tuple.tuple("E5", Outcome.REFER));
  }

  @Test
  void asksNobodyOverARemark() {
    Finding remark = finding("E2", Outcome.REMARK);
    assertThat(new Readings(List.of(remark), List.of(List.of())).merged(WHY))
        .containsExactly(remark);
    assertThat(new Readings(List.of(), List.of(List.of(remark))).merged(WHY)).isEmpty();
  }

  private static Finding finding(String rule, Outcome outcome) {
    return new Finding(
        FindingCode.INELIGIBLE,
        outcome,
        new SubmissionNumber("SJ-2020-0001"),
        Optional.of(new DossierNumber("RX-2020-0001")),
        rule,
        Clause.NONE,
        "",
        "",
        "不符合。");
  }
}
