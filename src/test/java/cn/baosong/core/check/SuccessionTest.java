package cn.baosong.core.check;

import static cn.baosong.core.check.CandidateFixture.candidate;
import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.call.PaperPolicy.Mode;
import cn.baosong.core.check.TimeVerdict.Value;
import cn.baosong.core.dossier.DossierNumber;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.submission.Channel;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SuccessionTest {
  private final OfficeFixture office = new OfficeFixture(Windows.shanxi2020().mode(Mode.SCAN));

  @Test
  void aLaterTimelyDeliveryTakesThePlaceOfThatCandidateOnlyWhateverTheChannel() {
    CandidateFixture first = candidate();
    CandidateFixture other = candidate("李四", 2);
    CandidateFixture second = candidate();
    office.mail("2020-03-20T09:00:00").of(first, other);
    office.delivery(Channel.FOLDER, "2020-03-25T09:00:00").of(second);

    assertThat(successor(first)).contains(second.number());
    assertThat(successor(other)).isEmpty();
    assertThat(predecessor(second)).contains(first.number());
  }

  @Test
  void aLateDeliveryDoesNotReplaceATimelyOne() {
    CandidateFixture timely = candidate();
    office.mail("2020-03-20T09:00:00").of(timely);
    office.mail("2020-04-20T09:00:00").of(candidate());

    assertThat(successor(timely)).isEmpty();
  }

  @Test
  void anUndeterminedNewerOneLeavesTheEarlierStanding() {
    CandidateFixture timely = candidate();
    office.mail("2020-03-20T09:00:00").of(timely);
    office.mail("2020-04-01T00:00:00").of(candidate());

    assertThat(successor(timely)).isEmpty();
  }

  @Test
  void aPackageOfDoubtfulOriginReplacesNothing() {
    CandidateFixture genuine = candidate();
    office.mail("2020-03-20T09:00:00").of(genuine);
    office.mail("2020-03-22T09:00:00").of(candidate()).defect("SENDER_NOT_VERIFIED");

    assertThat(successor(genuine)).isEmpty();
  }

  @Test
  void theOrderOfReceiptCountsNotTheOrderOfRegistration() {
    CandidateFixture polledFirst = candidate();
    CandidateFixture polledLast = candidate();
    office.delivery(Channel.FOLDER, "2020-03-25T09:00:00").of(polledFirst);
    office.mail("2020-03-20T09:00:00").of(polledLast);

    assertThat(successor(polledLast)).contains(polledFirst.number());
    assertThat(successor(polledFirst)).isEmpty();
  }

  @Test
  void anAnswerWithinTheTermInheritsTheTimesOfWhatItCorrects() {
    CandidateFixture returned = candidate().returned("2020-04-03T09:00:00", "2020-04-10");
    CandidateFixture answer = candidate();
    office.mail("2020-03-30T09:00:00").of(returned);
    office.mail("2020-04-10T23:59:59").of(answer);

    assertThat(office.verdict(answer)).isEqualTo(Value.ON_TIME);
    assertThat(successor(returned)).contains(answer.number());
  }

  @Test
  void anAnswerAfterTheTermStandsOnItsOwnTimes() {
    CandidateFixture returned = candidate().returned("2020-04-03T09:00:00", "2020-04-10");
    CandidateFixture answer = candidate();
    office.mail("2020-03-30T09:00:00").of(returned);
    office.mail("2020-04-11T00:00:01").of(answer);

    assertThat(office.verdict(answer)).isEqualTo(Value.LATE);
    assertThat(successor(returned)).isEmpty();
  }

  @Test
  void whatWasSentBeforeTheLetterDoesNotAnswerIt() {
    CandidateFixture returned = candidate().returned("2020-04-03T09:00:00", "2020-04-10");
    CandidateFixture before = candidate();
    office.mail("2020-03-30T09:00:00").of(returned);
    office.mail("2020-04-02T09:00:00").of(before);

    assertThat(office.verdict(before)).isEqualTo(Value.LATE);
    assertThat(successor(returned)).isEmpty();
  }

  @Test
  void aTermWithoutLastDayNeverLapses() {
    CandidateFixture returned = candidate().returned("2020-04-03T09:00:00", "");
    CandidateFixture answer = candidate();
    office.mail("2020-03-30T09:00:00").of(returned);
    office.mail("2020-09-10T09:00:00").of(answer);

    assertThat(office.verdict(answer)).isEqualTo(Value.ON_TIME);
  }

  @Test
  void aSecondAnswerKeepsTheInheritedTimes() {
    CandidateFixture second = candidate().timedBy(1).returned("2020-04-08T09:00:00", "2020-04-15");
    CandidateFixture third = candidate();
    office.mail("2020-03-30T09:00:00").of(candidate().in(DossierState.SUPERSEDED));
    office.mail("2020-04-07T09:00:00").of(second);
    office.mail("2020-04-13T09:00:00").of(third);

    assertThat(office.verdict(third)).isEqualTo(Value.ON_TIME);
    assertThat(successor(second)).contains(third.number());
  }

  @Test
  void aCorrectedIdentityNumberStillFindsTheDossierItCorrects() {
    CandidateFixture ruined =
        candidate()
            .with("身份证件号码", "999999197506150000")
            .returned("2020-04-03T09:00:00", "2020-04-10");
    CandidateFixture mended = candidate();
    office.mail("2020-03-30T09:00:00").of(ruined);
    office.mail("2020-04-07T09:00:00").of(mended);

    assertThat(successor(ruined)).contains(mended.number());
    assertThat(office.verdict(mended)).isEqualTo(Value.ON_TIME);
  }

  @Test
  void aWithdrawnDossierIsNobodysPredecessor() {
    CandidateFixture again = candidate();
    office.mail("2020-03-20T09:00:00").of(candidate().in(DossierState.WITHDRAWN).ruled());
    office.mail("2020-03-25T09:00:00").of(again);

    assertThat(predecessor(again)).isEmpty();
  }

  @Test
  void aNewVersionWaitingForItsPaperAlreadyTakesThePlace() {
    OfficeFixture parcel = new OfficeFixture(Windows.shanxi2020());
    CandidateFixture first = candidate();
    CandidateFixture second = candidate();
    parcel.mail("2020-03-20T09:00:00").of(first);
    parcel.mail("2020-03-25T09:00:00").of(second);
    UnitCase facts = parcel.facts();

    assertThat(Succession.of(facts).successor(first.dossierIn(facts))).contains(second.number());
  }

  @Test
  void filesAfterTheDeadlineReplaceNothingEvenBesideATimelyParcel() {
    for (CallFixture call : List.of(Windows.shanxi2020(), Windows.innerMongolia2017())) {
      OfficeFixture parcel = new OfficeFixture(call);
      CandidateFixture first = candidate();
      parcel.mail("2017-03-20T09:00:00").of(first);
      parcel.mail("2020-04-20T09:00:00").of(candidate());
      parcel.paper(PaperFixture.posted("2017-03-20", "2017-03-22T09:00:00").naming(first));
      UnitCase facts = parcel.facts();

      assertThat(Succession.of(facts).successor(first.dossierIn(facts))).isEmpty();
    }
  }

  @Test
  void aPersonsLookDoesNotEndTheTermThatTheUnitWasPromised() {
    CandidateFixture looked =
        candidate().returned("2020-04-03T09:00:00", "2020-04-10").in(DossierState.IN_REVIEW);
    CandidateFixture answer = candidate();
    office.mail("2020-03-30T09:00:00").of(looked);
    office.mail("2020-04-09T09:00:00").of(answer);

    assertThat(office.verdict(answer)).isEqualTo(Value.ON_TIME);
    assertThat(successor(looked)).contains(answer.number());
  }

  private Optional<DossierNumber> successor(CandidateFixture of) {
    UnitCase facts = office.facts();
    return Succession.of(facts).successor(of.dossierIn(facts));
  }

  private Optional<DossierNumber> predecessor(CandidateFixture of) {
    UnitCase facts = office.facts();
    return Succession.of(facts).predecessor(of.dossierIn(facts));
  }
}
