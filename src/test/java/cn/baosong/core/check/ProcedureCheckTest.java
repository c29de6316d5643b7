package cn.baosong.core.check;

import static cn.baosong.core.check.CandidateFixture.candidate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import cn.baosong.core.call.Clause;
import cn.baosong.core.call.Procedure;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProcedureCheckTest {
  private final ProcedureCheck check = new ProcedureCheck();

  @Test
  void asksOnceForTheEvidenceThatADeliveryLacksAsAWhole() {
    OfficeFixture office = new OfficeFixture(Windows.shanxi2020());
    office.mail("2020-03-20T09:00:00").withoutReport("专家评议情况").of(candidate(), candidate("李四", 2));

    List<Finding> found = office.check(check);
    assertThat(found)
        .extracting(Finding::code, Finding::outcome, Finding::rule)
        .containsExactly(tuple(FindingCode.PROCEDURE_MISSING, Outcome.CORRECT, "review"));
    assertThat(found.get(0).dossier()).isEmpty();
  }

  @Test
  void waivesThePublicityOfWhoeverMayNotBePublished() {
    CandidateFixture open = candidate();
    OfficeFixture office = new OfficeFixture(Windows.shanxi2020());
    office
        .mail("2020-03-20T09:00:00")
        .withoutReport("公示情况")
        .of(open, candidate("李四", 2).with("涉密人员", "是"));

    assertThat(office.check(check))
        .extracting(Finding::rule, Finding::dossier)
        .containsExactly(tuple("publicity", Optional.of(open.number())));
  }

  @Test
  void tellsEachOfThoseConcernedWhereAnotherIsExempt() {
    OfficeFixture office = new OfficeFixture(Windows.shanxi2020());
    office
        .mail("2020-03-20T09:00:00")
        .withoutReport("公示情况")
        .of(candidate(), candidate("李四", 2), candidate("王五", 3).with("涉密人员", "是"));

    assertThat(office.check(check)).hasSize(2).allSatisfy(f -> assertThat(f.dossier()).isPresent());
  }

  @Test
  void asksForNoPublicityWhereTheNoticeAsksForNone() {
    OfficeFixture office = new OfficeFixture(Windows.innerMongolia2017());
    office.mail("2017-04-20T09:00:00").withoutReport("公示情况").of(candidate());

    assertThat(office.check(check)).isEmpty();
  }

  @Test
  void countsAMakeUpSaturdayAndTheFirstDayWithARemark() {
    assertThat(published("2023-09-25", "2023-10-07"))
        .extracting(Finding::code, Finding::outcome)
        .containsExactly(tuple(FindingCode.PUBLICITY_SHORT, Outcome.REMARK));
  }

  @Test
  void asksForMoreDaysInTheStrictModeWhereOnlyTheFirstWouldHelp() {
    Procedure lenient = publicity("p", "公示开始", "公示结束", Optional.empty());
    assertThat(published(strict(lenient), "2023-09-25", "2023-10-07"))
        .extracting(Finding::outcome)
        .containsExactly(Outcome.CORRECT);
    assertThat(published(strict(lenient), "2023-09-25", "2023-10-08")).isEmpty();
  }

  @Test
  void isContentWhenTheDaysSufficeWithoutTheFirst() {
    assertThat(published("2023-09-18", "2023-09-25")).isEmpty();
  }

  @Test
  void asksForMoreDaysWhenEvenTheFirstDoesNotHelp() {
    List<Finding> found = published("2023-09-25", "2023-09-28");

    assertThat(found).extracting(Finding::outcome).containsExactly(Outcome.CORRECT);
    assertThat(found.get(0).sentence()).contains("实为4个工作日");
  }

  @Test
  void asksAPersonForAYearWithoutCalendar() {
    assertThat(published("2024-09-25", "2024-10-07"))
        .extracting(Finding::outcome)
        .containsOnly(Outcome.REFER);
  }

  @Test
  void asksForTheDatesAndForReadableOnes() {
    assertThat(published("2023-09-25", ""))
        .extracting(Finding::outcome)
        .containsExactly(Outcome.CORRECT);
    assertThat(published("2023-09-25", "九月底"))
        .extracting(Finding::outcome)
        .containsExactly(Outcome.REFER);
    assertThat(published("2023-09-25", "2023-09-20"))
        .extracting(Finding::outcome)
        .containsExactly(Outcome.CORRECT);
  }

  @Test
  void asksAPersonWhenTheSecondPublicityBeganBeforeTheFirstEnded() {
    CallFixture call =
        new CallFixture("x")
            .procedure(publicity("unit", "单位公示开始", "单位公示结束", Optional.empty()))
            .procedure(publicity("city", "公示开始", "公示结束", Optional.of("unit")));
    OfficeFixture office = new OfficeFixture(call);
    office
        .mail("2023-10-09T09:00:00")
        .report("单位公示开始", "2023-09-11")
        .report("单位公示结束", "2023-09-18")
        .report("公示开始", "2023-09-18")
        .report("公示结束", "2023-09-26")
        .of(candidate());

    assertThat(office.check(check))
        .extracting(Finding::rule, Finding::outcome)
        .containsExactly(tuple("city", Outcome.REFER));
  }

  @Test
  void asksAPersonWhenThePublicityHadNotEndedBeforeTheRecommendation() {
    OfficeFixture office =
        new OfficeFixture(
            new CallFixture("x").procedure(publicity("p", "公示开始", "公示结束", Optional.empty())));
    office
        .mail("2023-10-09T09:00:00")
        .report("公示开始", "2023-09-11")
        .report("公示结束", "2023-09-18")
        .report("推荐报告日期", "2023-09-18")
        .of(candidate());

    assertThat(office.check(check)).extracting(Finding::outcome).containsExactly(Outcome.REFER);
  }

  @Test
  void asksAPersonWhenThePublicityHadNotEndedWhenTheListCame() {
    assertThat(published("2023-09-18", "2023-10-10"))
        .extracting(Finding::code, Finding::outcome)
        .containsExactly(tuple(FindingCode.PUBLICITY_SHORT, Outcome.REFER));
    assertThat(published("2023-09-18", "2023-10-09")).isEmpty();
  }

  private List<Finding> published(String from, String to) {
    return published(publicity("p", "公示开始", "公示结束", Optional.empty()), from, to);
  }

  private List<Finding> published(Procedure procedure, String from, String to) {
    OfficeFixture office = new OfficeFixture(new CallFixture("x").procedure(procedure));
    office.mail("2023-10-09T09:00:00").report("公示开始", from).report("公示结束", to).of(candidate());
    return office.check(check);
  }

  private static Procedure strict(Procedure p) {
    return new Procedure(
        p.id(),
        p.kind(),
        p.name(),
        p.materials(),
        p.fields(),
        p.from(),
        p.to(),
        p.minDays(),
        p.working(),
        false,
        p.after(),
        p.endsBefore(),
        p.waivedWhen(),
        p.clause());
  }

  private static Procedure publicity(String id, String from, String to, Optional<String> after) {
    return new Procedure(
        id,
        Procedure.Kind.PUBLICITY,
        "公示",
        List.of(),
        List.of(from),
        Optional.of(from),
        Optional.of(to),
        Optional.of(5),
        true,
        true,
        after,
        id.equals("unit") ? Optional.empty() : Optional.of("推荐报告日期"),
        Optional.empty(),
        new Clause("经公示（5个工作日）无异议", "三"));
  }
}
