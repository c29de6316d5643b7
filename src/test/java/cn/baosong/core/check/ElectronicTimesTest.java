package cn.baosong.core.check;

import static cn.baosong.core.check.CandidateFixture.candidate;
import static cn.baosong.core.check.OfficeFixture.at;
import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.call.Basis;
import cn.baosong.core.call.PaperPolicy.Mode;
import cn.baosong.core.call.Part;
import cn.baosong.core.check.TimeVerdict.Value;
import cn.baosong.core.submission.Channel;
import cn.baosong.core.submission.Interval;
import cn.baosong.core.submission.TimeEvidence;
import cn.baosong.core.submission.TrustClass;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Deliveries by wire, where a scan stands for the paper (domain.md 9, rows T). */
class ElectronicTimesTest {

  @Test
  void acceptsTheLastSecondOfTheLastDay() {
    assertThat(mailed(scan2020(), "2020-03-31T23:59:59")).isEqualTo(Value.ON_TIME);
  }

  @Test
  void callsASecondAfterMidnightLate() {
    assertThat(mailed(scan2020(), "2020-04-01T00:00:01")).isEqualTo(Value.LATE);
  }

  @Test
  void givesExactlyTwentyFourHundredToAPerson() {
    assertThat(mailed(scan2020(), "2020-04-01T00:00:00")).isEqualTo(Value.UNDETERMINED);
  }

  /** P6, D12: no lateness rests on our own delay. */
  @Test
  void givesWhatCameLateToAPersonWhileNobodyCouldLookAcrossTheDeadline() {
    Interval across = new Interval(at("2020-03-30T09:00:00"), at("2020-04-02T09:00:00"));
    Interval behind = new Interval(at("2020-04-01T09:00:00"), at("2020-04-02T09:00:00"));
    assertThat(lateAfter(across)).isEqualTo(Value.UNDETERMINED);
    assertThat(lateAfter(behind)).isEqualTo(Value.LATE);
  }

  private static Value lateAfter(Interval outage) {
    CandidateFixture sent = candidate();
    OfficeFixture office = new OfficeFixture(scan2020());
    office.mail("2020-04-01T10:00:00").after(outage).of(sent);
    return office.verdict(sent);
  }

  @Test
  void readsTheStampInTheOfficesZone() {
    CandidateFixture sent = candidate();
    OfficeFixture office = new OfficeFixture(scan2020());
    office
        .mail("2020-03-01T00:00:00")
        .onlyReceipt(
            Channel.EMAIL,
            Optional.empty(),
            TimeEvidence.of(
                Interval.second(Instant.parse("2020-03-31T16:00:01Z")), "Received", TrustClass.A))
        .of(sent);

    assertThat(office.verdict(sent)).isEqualTo(Value.LATE);
  }

  @Test
  void acceptsAMailUntilTheEndOfTheDayAndNotASecondLonger() {
    assertThat(mailed(Windows.shanxi2023(), "2023-04-21T23:30:00")).isEqualTo(Value.ON_TIME);
    assertThat(mailed(Windows.shanxi2023(), "2023-04-22T00:00:01")).isEqualTo(Value.LATE);
    assertThat(mailed(Windows.shanxi2023(), "2023-04-22T00:00:00")).isEqualTo(Value.UNDETERMINED);
  }

  @Test
  void holdsAListOfTheThirdTierAgainstTheEndOfNovember() {
    assertThat(mailed(Windows.innerMongolia2023Tier3(), "2023-11-30T23:59:00"))
        .isEqualTo(Value.ON_TIME);
    assertThat(mailed(Windows.innerMongolia2023Tier3(), "2023-12-01T08:00:00"))
        .isEqualTo(Value.LATE);
  }

  @Test
  void believesNoDateThatTheSenderSets() {
    CandidateFixture sent = candidate();
    OfficeFixture office = new OfficeFixture(scan2020());
    office
        .mail("2020-03-01T00:00:00")
        .onlyReceipt(
            Channel.EMAIL,
            Optional.of(second("2020-03-31T20:00:00", TrustClass.C)),
            second("2020-04-02T08:00:00", TrustClass.A))
        .of(sent);

    assertThat(office.verdict(sent)).isEqualTo(Value.LATE);
  }

  @Test
  void decidesNothingOnTheSendersWordAlone() {
    assertThat(received(second("2020-03-20T08:00:00", TrustClass.C))).isEqualTo(Value.UNDETERMINED);
    assertThat(received(second("2020-05-20T08:00:00", TrustClass.C))).isEqualTo(Value.UNDETERMINED);
  }

  @Test
  void refusesOnItsOwnPollsOnlyWhenAllOfTheirIntervalLiesPast() {
    assertThat(received(polled("2020-03-31T23:50:00", "2020-04-01T00:20:00")))
        .isEqualTo(Value.UNDETERMINED);
    assertThat(received(polled("2020-04-01T00:10:00", "2020-04-01T00:20:00")))
        .isEqualTo(Value.LATE);
  }

  @Test
  void takesTheSendingForThePostmarkAndTheReceiptForNothing() {
    CandidateFixture sent = candidate();
    OfficeFixture office = new OfficeFixture(scan2020());
    office
        .mail("2020-03-01T00:00:00")
        .onlyReceipt(
            Channel.EMAIL,
            Optional.of(second("2020-03-31T23:59:50", TrustClass.A)),
            second("2020-04-01T00:05:00", TrustClass.A))
        .of(sent);

    assertThat(office.times(sent).paper().orElseThrow().value()).isEqualTo(Value.ON_TIME);
    assertThat(office.verdict(sent)).isEqualTo(Value.ON_TIME);
  }

  @Test
  void countsTheEarlierOfTwoArrivalsOfOnePackage() {
    CandidateFixture sent = candidate();
    OfficeFixture office = new OfficeFixture(scan2020());
    office
        .delivery(Channel.FOLDER, "2020-04-01T09:00:00")
        .receipt(Channel.EMAIL, "2020-03-30T09:00:00")
        .of(sent);

    assertThat(office.verdict(sent)).isEqualTo(Value.ON_TIME);
    assertThat(office.times(sent).verdict().evidence().orElseThrow().interval())
        .isEqualTo(Interval.second(at("2020-03-30T09:00:00")));
  }

  @Test
  void countsTheEarlierOfTwoPackagesWithEqualContent() {
    CandidateFixture sent = candidate();
    OfficeFixture office = new OfficeFixture(scan2020());
    office.delivery(Channel.FOLDER, "2020-04-01T09:00:00").content("a").of(sent);
    office.mail("2020-03-30T09:00:00").content("a");

    assertThat(office.verdict(sent)).isEqualTo(Value.ON_TIME);
  }

  @Test
  void neverCallsLateWhatTheUnitSaysItPostedInTime() {
    CandidateFixture claiming = candidate().claimingPostmark("2020-03-30");
    OfficeFixture office = new OfficeFixture(scan2020());
    office.mail("2020-04-01T00:00:01").of(claiming);

    assertThat(office.verdict(claiming)).isEqualTo(Value.UNDETERMINED);
  }

  @Test
  void callsLateWhatEvenTheUnitSaysItPostedLate() {
    CandidateFixture claiming = candidate().claimingPostmark("2020-04-01");
    OfficeFixture office = new OfficeFixture(scan2020());
    office.mail("2020-04-01T08:00:00").of(claiming);

    assertThat(office.verdict(claiming)).isEqualTo(Value.LATE);
  }

  @Test
  void letsARegisteredParcelBetterALateMail() {
    CandidateFixture sent = candidate();
    OfficeFixture office = new OfficeFixture(scan2020());
    office.mail("2020-04-01T00:00:01").of(sent);
    office.paper(PaperFixture.posted("2020-03-30", "2020-04-03T09:00:00").naming(sent));

    assertThat(office.verdict(sent)).isEqualTo(Value.ON_TIME);
    assertThat(office.check(new TimeCheck()))
        .extracting(Finding::code, Finding::outcome)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(FindingCode.PART_LATE, Outcome.REFER));
  }

  @Test
  void keepsATimelyMailTimelyWhateverPostmarkItsParcelBears() {
    CandidateFixture sent = candidate();
    OfficeFixture office = new OfficeFixture(scan2020());
    office.mail("2020-03-30T09:00:00").of(sent);
    office.paper(PaperFixture.posted("2020-04-02", "2020-04-03T09:00:00").naming(sent));

    assertThat(office.verdict(sent)).isEqualTo(Value.ON_TIME);
  }

  @Test
  void asksAPersonWhileTheLastDayItselfIsOpenToReading() {
    CallFixture open =
        new CallFixture("x")
            .deadline(DeadlineFixture.of(Part.PAPER, "2020-03-31").inclusive(true, false).make());

    assertThat(mailed(open, "2020-03-30T23:00:00")).isEqualTo(Value.ON_TIME);
    assertThat(mailed(open, "2020-03-31T10:00:00")).isEqualTo(Value.UNDETERMINED);
    assertThat(mailed(open, "2020-04-01T10:00:00")).isEqualTo(Value.LATE);
  }

  @Test
  void asksAPersonWhenSentInTimeAndReceivedLateAndTheBasisIsOpen() {
    CandidateFixture sent = candidate();
    OfficeFixture office =
        new OfficeFixture(
            new CallFixture("x")
                .deadline(
                    DeadlineFixture.of(Part.PAPER, "2020-03-31")
                        .by(Basis.POSTMARK, Basis.RECEIPT)
                        .make()));
    office
        .mail("2020-03-01T00:00:00")
        .onlyReceipt(
            Channel.EMAIL,
            Optional.of(second("2020-03-31T23:00:00", TrustClass.A)),
            second("2020-04-01T07:00:00", TrustClass.A))
        .of(sent);

    assertThat(office.verdict(sent)).isEqualTo(Value.UNDETERMINED);
  }

  @Test
  void holdsATimeOfDayWhereTheNoticePrintsOne() {
    CallFixture call =
        new CallFixture("x")
            .deadline(DeadlineFixture.of(Part.PAPER, "2020-03-31").at("17:00").make());

    assertThat(mailed(call, "2020-03-31T16:59:59")).isEqualTo(Value.ON_TIME);
    assertThat(mailed(call, "2020-03-31T17:00:00")).isEqualTo(Value.UNDETERMINED);
    assertThat(mailed(call, "2020-03-31T17:00:01")).isEqualTo(Value.LATE);
  }

  @Test
  void holdsAUnitToTheDeadlineThatNamesItsKind() {
    CallFixture call =
        new CallFixture("x")
            .deadline(DeadlineFixture.of(Part.PAPER, "2020-03-31").make())
            .deadline(DeadlineFixture.of(Part.PAPER, "2020-04-10").binding("CITY_HR").make());
    CandidateFixture sent = candidate();
    OfficeFixture other = new OfficeFixture(call).unitOf("PROV_DEPT");
    other.mail("2020-04-05T09:00:00").of(sent);

    assertThat(mailed(call, "2020-04-05T09:00:00")).isEqualTo(Value.ON_TIME);
    assertThat(other.verdict(sent)).isEqualTo(Value.LATE);
  }

  @Test
  void isInTimeWhereACallNamesNoDeadline() {
    assertThat(mailed(new CallFixture("x"), "2030-01-01T00:00:00")).isEqualTo(Value.ON_TIME);
  }

  private static CallFixture scan2020() {
    return Windows.shanxi2020().mode(Mode.SCAN);
  }

  private static Value mailed(CallFixture call, String local) {
    CandidateFixture sent = candidate();
    OfficeFixture office = new OfficeFixture(call);
    office.mail(local).of(sent);
    return office.verdict(sent);
  }

  private static Value received(TimeEvidence evidence) {
    CandidateFixture sent = candidate();
    OfficeFixture office = new OfficeFixture(scan2020());
    office
        .mail("2020-03-01T00:00:00")
        .onlyReceipt(Channel.EMAIL, Optional.empty(), evidence)
        .of(sent);
    return office.verdict(sent);
  }

  private static TimeEvidence second(String local, TrustClass trust) {
    return TimeEvidence.of(Interval.second(at(local)), "stamp", trust);
  }

  private static TimeEvidence polled(String without, String with) {
    return TimeEvidence.of(new Interval(at(without), at(with)), "polls", TrustClass.B);
  }
}
