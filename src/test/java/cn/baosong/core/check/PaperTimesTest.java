package cn.baosong.core.check;

import static cn.baosong.core.check.CandidateFixture.candidate;
import static cn.baosong.core.check.PaperFixture.couriered;
import static cn.baosong.core.check.PaperFixture.handedIn;
import static cn.baosong.core.check.PaperFixture.posted;
import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.call.Basis;
import cn.baosong.core.call.PaperPolicy.Mode;
import cn.baosong.core.call.Part;
import cn.baosong.core.check.TimeVerdict.Value;
import org.junit.jupiter.api.Test;

/** Parcels of the windows that the mail room serves (domain.md 9, rows T). */
class PaperTimesTest {

  @Test
  void acceptsPostmarkOnTheLastDayHoweverLateItArrives() {
    assertThat(verdict(Windows.shanxi2020(), posted("2020-03-31", "2020-04-08T10:00:00")))
        .isEqualTo(Value.ON_TIME);
  }

  @Test
  void callsAPostmarkOfTheDayAfterLateHoweverFastItArrives() {
    assertThat(verdict(Windows.shanxi2020(), posted("2020-04-01", "2020-04-02T10:00:00")))
        .isEqualTo(Value.LATE);
  }

  @Test
  void leavesACourierToAPersonUntilTheOfficeSettlesWhatCounts() {
    PaperFixture parcel = couriered("2020-03-31", "2020-04-02T10:00:00");

    assertThat(verdict(Windows.shanxi2020(), parcel)).isEqualTo(Value.UNDETERMINED);
    assertThat(verdict(Windows.shanxi2020().settled("courier.rule", "ACCEPTANCE_SCAN"), parcel))
        .isEqualTo(Value.ON_TIME);
    assertThat(verdict(Windows.shanxi2020().settled("courier.rule", "RECEIPT"), parcel))
        .isEqualTo(Value.LATE);
    assertThat(verdict(Windows.shanxi2020().settled("courier.rule", "NOT_ALLOWED"), parcel))
        .isEqualTo(Value.UNDETERMINED);
  }

  @Test
  void asksAPersonWhenThePostmarksOfSendingAndArrivalDisagreeAndNeitherIsSettled() {
    CallFixture call = Windows.shanxi2020().unsettled("postmark.kind", "DISPATCH", "ARRIVAL");

    assertThat(verdict(call, posted("2020-03-30", "2020-04-03T10:00:00").arrived("2020-04-02")))
        .isEqualTo(Value.UNDETERMINED);
    assertThat(verdict(call, posted("2020-03-28", "2020-04-03T10:00:00").arrived("2020-03-31")))
        .isEqualTo(Value.ON_TIME);
    assertThat(verdict(call, posted("2020-04-05", "2020-04-08T10:00:00").arrived("2020-04-07")))
        .isEqualTo(Value.LATE);
  }

  @Test
  void givesAnIllegiblePostmarkToAPersonUnlessTheParcelItselfCameInTime() {
    assertThat(
            verdict(Windows.shanxi2020(), posted("2020-03-31", "2020-04-08T10:00:00").illegible()))
        .isEqualTo(Value.UNDETERMINED);
    assertThat(
            verdict(Windows.shanxi2020(), posted("2020-03-31", "2020-03-30T10:00:00").illegible()))
        .isEqualTo(Value.ON_TIME);
  }

  @Test
  void asksAPersonAboutHandingInWhereTheNoticeSaysByPost() {
    assertThat(verdict(Windows.shanxi2020(), handedIn("2020-03-30T10:00:00")))
        .isEqualTo(Value.UNDETERMINED);
    assertThat(
            verdict(
                Windows.shanxi2020().settled("channels.counter", "ACCEPT"),
                handedIn("2020-03-30T10:00:00")))
        .isEqualTo(Value.ON_TIME);
  }

  @Test
  void acceptsNearTheDeadlineOnOnePersonsWordButNeverRefuses() {
    assertThat(
            verdict(
                Windows.shanxi2020(), posted("2020-03-31", "2020-04-02T10:00:00").unconfirmed()))
        .isEqualTo(Value.ON_TIME);
    assertThat(
            verdict(
                Windows.shanxi2020(), posted("2020-04-01", "2020-04-02T10:00:00").unconfirmed()))
        .isEqualTo(Value.UNDETERMINED);
    assertThat(
            verdict(
                Windows.shanxi2020(), posted("2020-04-20", "2020-04-22T10:00:00").unconfirmed()))
        .isEqualTo(Value.LATE);
  }

  @Test
  void countsTheParcelThatServesTheUnitBest() {
    CandidateFixture sent = candidate();
    OfficeFixture office = office(Windows.shanxi2020(), sent);
    office.paper(posted("2020-04-02", "2020-04-03T10:00:00").naming(sent));
    office.paper(posted("2020-03-30", "2020-04-07T10:00:00").naming(sent));

    assertThat(office.verdict(sent)).isEqualTo(Value.ON_TIME);
  }

  @Test
  void acceptsAtTheCounterBeforeASundayDeadline() {
    assertThat(verdict(Windows.innerMongolia2017(), handedIn("2017-04-28T16:00:00")))
        .isEqualTo(Value.ON_TIME);
  }

  @Test
  void leavesTheFirstWorkingDayAfterTheHolidayToAPerson() {
    assertThat(verdict(Windows.innerMongolia2017(), handedIn("2017-05-02T10:00:00")))
        .isEqualTo(Value.UNDETERMINED);
  }

  @Test
  void callsTheSecondWorkingDayAfterTheHolidayLate() {
    assertThat(verdict(Windows.innerMongolia2017(), handedIn("2017-05-03T10:00:00")))
        .isEqualTo(Value.LATE);
  }

  @Test
  void callsNothingLateWhileTheCalendarOfTheYearIsMissing() {
    CandidateFixture sent = candidate();
    OfficeFixture office = office(Windows.innerMongolia2017(), sent).withoutCalendar();
    office.paper(handedIn("2017-06-30T10:00:00").naming(sent));

    assertThat(office.verdict(sent)).isEqualTo(Value.UNDETERMINED);
  }

  @Test
  void acceptsWhatIsReceivedInTimeEvenWithoutACalendar() {
    CandidateFixture sent = candidate();
    OfficeFixture office = office(Windows.innerMongolia2017(), sent).withoutCalendar();
    office.paper(handedIn("2017-04-28T10:00:00").naming(sent));

    assertThat(office.verdict(sent)).isEqualTo(Value.ON_TIME);
  }

  @Test
  void acceptsAFridayParcelAndASaturdayMailBeforeASaturdayDeadline() {
    CandidateFixture sent = candidate();
    OfficeFixture office = new OfficeFixture(Windows.innerMongolia2023()).unitOf("LEAGUE_HR");
    office.mail("2023-10-14T22:00:00").of(sent);
    office.paper(handedIn("2023-10-13T10:00:00").naming(sent));

    assertThat(office.verdict(sent)).isEqualTo(Value.ON_TIME);
  }

  @Test
  void callsBothHalvesAfterEveryReadingLate() {
    CandidateFixture sent = candidate();
    OfficeFixture office = new OfficeFixture(Windows.innerMongolia2023()).unitOf("LEAGUE_HR");
    office.mail("2023-10-17T10:00:00").of(sent);
    office.paper(handedIn("2023-10-17T10:00:00").naming(sent));

    assertThat(office.verdict(sent)).isEqualTo(Value.LATE);
  }

  @Test
  void asksAPersonWhenOneHalfIsLateAndTheNoticeNamesNoDecisiveOne() {
    CandidateFixture sent = candidate();
    OfficeFixture office = new OfficeFixture(Windows.innerMongolia2023()).unitOf("LEAGUE_HR");
    office.mail("2023-10-14T10:00:00").of(sent);
    office.paper(handedIn("2023-10-20T10:00:00").naming(sent));

    assertThat(office.verdict(sent)).isEqualTo(Value.UNDETERMINED);
    assertThat(office.check(new TimeCheck()))
        .extracting(Finding::code)
        .containsExactlyInAnyOrder(FindingCode.TIME_UNDETERMINED, FindingCode.PART_LATE);
  }

  @Test
  void holdsAPostmarkOfArrivalWhereTheNoticeNamesThat() {
    CallFixture call = byArrival();
    assertThat(verdict(call, posted("2020-03-25", "2020-04-02T10:00:00").arrived("2020-03-31")))
        .isEqualTo(Value.ON_TIME);
    assertThat(verdict(call, posted("2020-03-25", "2020-04-02T10:00:00").arrived("2020-04-01")))
        .isEqualTo(Value.LATE);
  }

  @Test
  void givesAnIllegiblePostmarkOfArrivalToAPersonUnlessTheParcelItselfCameInTime() {
    assertThat(verdict(byArrival(), posted("2020-03-25", "2020-04-02T10:00:00")))
        .isEqualTo(Value.UNDETERMINED);
    assertThat(verdict(byArrival(), posted("2020-03-25", "2020-03-31T17:00:00")))
        .isEqualTo(Value.ON_TIME);
  }

  @Test
  void holdsTheReceiptOfWhatHasNoPostmarkOfArrival() {
    assertThat(verdict(byArrival(), couriered("2020-03-30", "2020-04-01T10:00:00")))
        .isEqualTo(Value.LATE);
    assertThat(verdict(byArrival(), handedIn("2020-03-31T17:00:00"))).isEqualTo(Value.ON_TIME);
  }

  @Test
  void holdsEachWayOfThePaperAgainstItsOwnDeadline() {
    CallFixture call =
        new CallFixture("x")
            .mode(Mode.PARCEL)
            .deadline(
                DeadlineFixture.of(Part.PAPER, "2020-03-31")
                    .by(Basis.POSTMARK)
                    .through("post")
                    .make())
            .deadline(
                DeadlineFixture.of(Part.PAPER, "2020-03-30")
                    .at("17:00")
                    .through("counter", "courier")
                    .make());
    assertThat(verdict(call, posted("2020-03-31", "2020-04-05T10:00:00"))).isEqualTo(Value.ON_TIME);
    assertThat(verdict(call, handedIn("2020-03-30T16:59:59"))).isEqualTo(Value.ON_TIME);
    assertThat(verdict(call, handedIn("2020-03-30T17:00:00"))).isEqualTo(Value.UNDETERMINED);
    assertThat(verdict(call, handedIn("2020-03-30T17:00:01"))).isEqualTo(Value.LATE);
    assertThat(verdict(call, couriered("2020-03-30", "2020-03-31T09:00:00"))).isEqualTo(Value.LATE);
  }

  private static CallFixture byArrival() {
    return new CallFixture("x")
        .mode(Mode.PARCEL)
        .deadline(DeadlineFixture.of(Part.PAPER, "2020-03-31").by(Basis.ARRIVAL_POSTMARK).make());
  }

  private static Value verdict(CallFixture call, PaperFixture paper) {
    CandidateFixture sent = candidate();
    return office(call, sent).paper(paper.naming(sent)).verdict(sent);
  }

  private static OfficeFixture office(CallFixture call, CandidateFixture sent) {
    OfficeFixture office = new OfficeFixture(call);
    office.mail("2017-01-10T09:00:00").of(sent);
    return office;
  }
}
