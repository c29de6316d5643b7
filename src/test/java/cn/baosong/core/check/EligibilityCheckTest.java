package cn.baosong.core.check;

import static cn.baosong.core.check.CandidateFixture.candidate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import cn.baosong.core.call.Force;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class EligibilityCheckTest {

  @Test
  void passesABirthdayOnTheCutOffItselfWithARemark() {
    assertThat(found(candidate().with("出生日期", "1970-01-01")))
        .extracting(Finding::code, Finding::outcome, Finding::rule)
        .containsExactly(tuple(FindingCode.BORDER_CASE, Outcome.REMARK, "E2"));
  }

  @Test
  void asksForTheReasonWhenASoftRuleFails() {
    List<Finding> found = found(candidate().with("出生日期", "1969-12-31"));

    assertThat(found)
        .extracting(Finding::code, Finding::outcome, Finding::rule)
        .containsExactly(tuple(FindingCode.INELIGIBLE, Outcome.REFER, "E2"));
    assertThat(found.get(0).clause().words()).contains("1970年1月1日以后出生");
    assertThat(found.get(0).observed()).isEqualTo("出生日期：1969-12-31");
  }

  @Test
  void blocksWhenAHardRuleFails() {
    CallFixture call =
        Windows.innerMongolia2017()
            .rule(
                Windows.rule(
                    "E2",
                    Force.HARD,
                    TestCondition.bornNotBefore("出生日期", LocalDate.of(1967, 1, 1)),
                    "应为1967年1月1日以后出生。"));

    assertThat(found(call, candidate().with("出生日期", "1967-01-01"))).isEmpty();
    assertThat(found(call, candidate().with("出生日期", "1966-12-31")))
        .extracting(Finding::outcome)
        .containsExactly(Outcome.BLOCK);
  }

  @Test
  void acceptsTitlesByTheirLevelAndAsksAboutUnknownOnes() {
    assertThat(found(candidate().with("专业技术职称", "主任编辑"))).isEmpty();
    assertThat(found(candidate().with("专业技术职称", "助理研究员")))
        .extracting(Finding::rule, Finding::outcome)
        .containsExactly(tuple("E1", Outcome.REFER));
  }

  @Test
  void asksAPersonWhenAFactCannotBeRead() {
    assertThat(found(candidate().with("出生日期", "七〇年代")))
        .extracting(Finding::code, Finding::outcome, Finding::rule)
        .containsExactly(tuple(FindingCode.RULE_UNDECIDED, Outcome.REFER, "E2"));
  }

  @Test
  void keepsSilentWhileTheFieldThatARuleNeedsIsMissing() {
    assertThat(found(candidate().without("出生日期"))).isEmpty();
  }

  @Test
  void neverJudgesMeritButAsksThatItBeClaimed() {
    assertThat(found(candidate().without("申报条件")))
        .extracting(Finding::rule, Finding::outcome)
        .containsExactly(tuple("E3", Outcome.CORRECT));
  }

  private static List<Finding> found(CandidateFixture candidate) {
    return found(Windows.shanxi2020(), candidate);
  }

  private static List<Finding> found(CallFixture call, CandidateFixture candidate) {
    OfficeFixture office = new OfficeFixture(call);
    office.mail("2020-03-20T09:00:00").of(candidate);
    return office.check(new EligibilityCheck());
  }
}
