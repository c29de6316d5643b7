package cn.baosong.core.check;

import static cn.baosong.core.check.CandidateFixture.candidate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import cn.baosong.core.call.PaperPolicy.Mode;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimeCheckTest {
  private final TimeCheck check = new TimeCheck();

  @Test
  void blocksWhatIsLateWhereTheNoticeStatesAConsequence() {
    OfficeFixture office = new OfficeFixture(Windows.shanxi2020().mode(Mode.SCAN));
    office.mail("2020-04-02T08:00:00").of(candidate());

    Finding late = office.check(check).get(0);

    assertThat(late.code()).isEqualTo(FindingCode.LATE);
    assertThat(late.outcome()).isEqualTo(Outcome.BLOCK);
    assertThat(late.clause().words()).contains("逾期不予受理");
    assertThat(late.sentence()).contains("2020年4月2日08:00:00").contains("2020年3月31日24:00");
    assertThat(late.observed()).contains("证据等级A");
  }

  @Test
  void refersWhatIsLateWhereTheNoticeStatesNone() {
    assertThat(late(Windows.datong2020(), "2020-12-16T08:00:00")).isEqualTo(Outcome.REFER);
    assertThat(late(Windows.yangquan2023(), "2023-04-03T08:00:00")).isEqualTo(Outcome.REFER);
    assertThat(late(Windows.innerMongolia2023Tier3(), "2023-12-01T08:00:00"))
        .isEqualTo(Outcome.REFER);
  }

  @Test
  void saysNothingOfWhatIsInTime() {
    OfficeFixture office = new OfficeFixture(Windows.datong2020());
    office.mail("2020-12-15T17:00:00").of(candidate());

    assertThat(office.check(check)).isEmpty();
  }

  @Test
  void refusesNoUnitThatTheNoticeSendsElsewhere() {
    OfficeFixture office =
        new OfficeFixture(Windows.shanxi2020().mode(Mode.SCAN)).unitOf("NON_PUBLIC");
    office.mail("2020-04-02T08:00:00").of(candidate());

    assertThat(office.check(check)).extracting(Finding::outcome).containsExactly(Outcome.REFER);
  }

  @Test
  void refusesNoUnitForAPackageThatMayNotBeItsOwn() {
    OfficeFixture office = new OfficeFixture(Windows.shanxi2020().mode(Mode.SCAN));
    office.mail("2020-04-02T08:00:00").of(candidate()).defect("SENDER_NOT_VERIFIED");

    assertThat(office.check(check)).extracting(Finding::outcome).containsExactly(Outcome.REFER);
  }

  @Test
  void waitsForThePaperOfATimelyMail() {
    OfficeFixture office = new OfficeFixture(Windows.shanxi2020()).asOf("2020-04-01T09:00:00");
    office.mail("2020-03-31T23:59:59").of(candidate());

    assertThat(office.check(check))
        .extracting(Finding::code, Finding::outcome)
        .containsExactly(tuple(FindingCode.PAPER_NOT_RECEIVED, Outcome.REMARK));
  }

  @Test
  void waitsForThePostmarkOfALateMailToo() {
    OfficeFixture office = new OfficeFixture(Windows.shanxi2020()).asOf("2020-04-01T09:00:00");
    office.mail("2020-04-01T00:00:01").of(candidate());

    assertThat(office.check(check))
        .extracting(Finding::code)
        .containsExactly(FindingCode.PAPER_NOT_RECEIVED);
  }

  @Test
  void asksAPersonWhenThePaperNeverComes() {
    OfficeFixture office = new OfficeFixture(Windows.shanxi2020()).asOf("2020-04-15T23:59:59");
    office.mail("2020-03-31T09:00:00").of(candidate());
    OfficeFixture later = new OfficeFixture(Windows.shanxi2020()).asOf("2020-04-16T00:00:01");
    later.mail("2020-03-31T09:00:00").of(candidate());

    assertThat(office.check(check)).extracting(Finding::outcome).containsExactly(Outcome.REMARK);
    assertThat(later.check(check)).extracting(Finding::outcome).containsExactly(Outcome.REFER);
  }

  @Test
  void acceptsATimelyPostmarkForWeeksAndThenAsksAPerson() {
    assertThat(arriving("2020-04-15T23:59:59")).isEmpty();
    assertThat(arriving("2020-04-16T09:00:00"))
        .extracting(Finding::code, Finding::outcome)
        .containsExactly(tuple(FindingCode.TIME_UNDETERMINED, Outcome.REFER));
  }

  @Test
  void tellsUntilWhenAPaperIsWaitedFor() {
    OfficeFixture office = new OfficeFixture(Windows.shanxi2020()).asOf("2020-04-01T09:00:00");
    office.mail("2020-03-31T23:59:59").of(candidate());

    assertThat(office.check(check).get(0).sentence()).contains("等候至2020年4月15日24:00");
  }

  private List<Finding> arriving(String received) {
    CandidateFixture sent = candidate();
    OfficeFixture office = new OfficeFixture(Windows.shanxi2020()).asOf("2020-05-01T09:00:00");
    office.mail("2020-03-30T09:00:00").of(sent);
    office.paper(PaperFixture.posted("2020-03-31", received).naming(sent));
    return office.check(check);
  }

  @Test
  void makesALateElectronicHalfACorrectionOnceTheOfficeHasSettledSo() {
    assertThat(lateHalf(Windows.shanxi2020())).isEqualTo(Outcome.REFER);
    assertThat(lateHalf(Windows.shanxi2020().settled("electronic.dateRule", "EITHER_THEN_CURE")))
        .isEqualTo(Outcome.CORRECT);
    assertThat(lateHalf(Windows.shanxi2020().settled("electronic.dateRule", "SAME_AS_PAPER")))
        .isEqualTo(Outcome.REMARK);
    assertThat(lateHalf(Windows.shanxi2020().settled("electronic.dateRule", "RECEIPT")))
        .isEqualTo(Outcome.REFER);
  }

  @Test
  void refersTheLateAnswerToACorrection() {
    CandidateFixture returned = candidate().returned("2020-04-03T09:00:00", "2020-04-10");
    CandidateFixture answer = candidate();
    OfficeFixture office = new OfficeFixture(Windows.shanxi2020().mode(Mode.SCAN));
    office.mail("2020-03-30T08:00:00").of(returned);
    office.mail("2020-04-11T08:00:00").of(answer);

    assertThat(office.check(check))
        .extracting(Finding::code, Finding::outcome)
        .containsExactly(tuple(FindingCode.LATE, Outcome.REFER));
  }

  private Outcome late(CallFixture call, String local) {
    OfficeFixture office = new OfficeFixture(call);
    office.mail(local).of(candidate());
    Finding late = office.check(check).get(0);
    assertThat(late.code()).isEqualTo(FindingCode.LATE);
    return late.outcome();
  }

  private Outcome lateHalf(CallFixture call) {
    CandidateFixture sent = candidate();
    OfficeFixture office = new OfficeFixture(call);
    office.mail("2020-04-01T00:00:01").of(sent);
    office.paper(PaperFixture.posted("2020-03-30", "2020-04-03T09:00:00").naming(sent));
    Finding half = office.check(check).get(0);
    assertThat(half.code()).isEqualTo(FindingCode.PART_LATE);
    return half.outcome();
  }
}
