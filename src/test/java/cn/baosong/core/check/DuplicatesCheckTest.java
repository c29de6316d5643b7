package cn.baosong.core.check;

import static cn.baosong.core.check.CandidateFixture.candidate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import cn.baosong.core.call.PaperPolicy.Mode;
import cn.baosong.core.dossier.DossierState;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DuplicatesCheckTest {
  private final DuplicatesCheck check = new DuplicatesCheck();
  private final OfficeFixture office = new OfficeFixture(Windows.shanxi2020().mode(Mode.SCAN));

  @Test
  void asksTheUnitToKeepOneOfTwoRowsAboutOnePerson() {
    office.mail("2020-03-20T09:00:00").of(candidate(), candidate());

    assertThat(office.check(check))
        .extracting(Finding::code, Finding::outcome)
        .containsExactly(
            tuple(FindingCode.DUPLICATE_CANDIDATE, Outcome.CORRECT),
            tuple(FindingCode.DUPLICATE_CANDIDATE, Outcome.CORRECT));
  }

  @Test
  void asksAPersonWhenAnotherUnitRecommendsTheSame() {
    CandidateFixture wanted = candidate();
    office.elsewhere(wanted).mail("2020-03-20T09:00:00").of(wanted);

    assertThat(office.check(check)).extracting(Finding::outcome).containsExactly(Outcome.REFER);
  }

  @Test
  void neverAcceptsByMachineWhatAPersonHasRefused() {
    CandidateFixture again = candidate();
    office.mail("2020-03-20T09:00:00").of(candidate().in(DossierState.REJECTED).ruled());
    office.mail("2020-03-22T09:00:00").of(again);

    assertThat(office.check(check))
        .extracting(Finding::dossier, Finding::outcome)
        .containsExactly(tuple(Optional.of(again.number()), Outcome.REFER));
  }

  @Test
  void looksAfreshAtWhatOnlyAMachineHasRefused() {
    office.mail("2020-03-20T09:00:00").of(candidate().in(DossierState.REJECTED));
    office.mail("2020-03-22T09:00:00").of(candidate());

    assertThat(office.check(check)).extracting(Finding::outcome).doesNotContain(Outcome.REFER);
  }

  @Test
  void saysOfALateDeliveryWhichOneStands() {
    CandidateFixture timely = candidate();
    CandidateFixture late = candidate();
    office.mail("2020-03-20T09:00:00").of(timely);
    office.mail("2020-04-20T09:00:00").of(late);

    assertThat(office.check(check))
        .extracting(Finding::dossier, Finding::outcome, Finding::observed)
        .containsExactly(
            tuple(Optional.of(late.number()), Outcome.REMARK, timely.number().value()));
  }

  @Test
  void asksAPersonAboutACandidateWhomALaterListLeavesOut() {
    CandidateFixture absent = candidate("李四", 2);
    office.mail("2020-03-20T09:00:00").of(candidate(), absent);
    office.mail("2020-03-22T09:00:00").of(candidate());

    assertThat(office.check(check))
        .extracting(Finding::code, Finding::outcome, Finding::dossier)
        .containsExactly(
            tuple(FindingCode.LIST_CHANGED, Outcome.REFER, Optional.of(absent.number())));
  }

  @Test
  void keepsAnAcceptedCandidateWhomALaterListLeavesOutAndSaysSo() {
    office
        .mail("2020-03-20T09:00:00")
        .of(candidate(), candidate("李四", 2).in(DossierState.ACCEPTED));
    office.mail("2020-03-22T09:00:00").of(candidate());

    assertThat(office.check(check))
        .extracting(Finding::code, Finding::outcome, Finding::observed)
        .containsExactly(tuple(FindingCode.LIST_CHANGED, Outcome.REMARK, "李四"));
  }

  @Test
  void takesASupplementOfNewPeopleForNoChangeOfTheList() {
    office.mail("2020-03-20T09:00:00").of(candidate());
    office.mail("2020-03-22T09:00:00").of(candidate("李四", 2));

    assertThat(office.check(check)).isEmpty();
  }

  @Test
  void takesTheCorrectionOfOneForNoChangeOfTheList() {
    office
        .mail("2020-03-20T09:00:00")
        .of(
            candidate().returned("2020-03-21T09:00:00", "2020-03-28"),
            candidate("李四", 2).returned("2020-03-21T09:00:00", "2020-03-28"));
    office.mail("2020-03-22T09:00:00").of(candidate());

    assertThat(office.check(check)).isEmpty();
  }
}
