package cn.baosong.store;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.check.Finding;
import cn.baosong.core.check.FindingCode;
import cn.baosong.core.check.Outcome;
import cn.baosong.core.decision.Decision;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.dossier.Handling;
import cn.baosong.desk.Act;
import cn.baosong.desk.Filters;
import cn.baosong.desk.Shares.Share;
import cn.baosong.desk.Window;
import cn.baosong.desk.night.Timing;
import cn.baosong.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How much is decided without a person, and why the rest waits. */
interface SharesContract {
  StoreFixture store();

  Act DECIDED = Act.byMachine(Act.Kind.DOSSIER_DECIDED);

  /** Filed, then decided by the machine or by a person. */
  private void decided(int serial, DossierState state, boolean ruled, FindingCode... referred) {
    Dossier filed = Samples.dossier(serial, 1, "k" + serial);
    store().dossiers().save(filed, DECIDED);
    decide(filed, state, ruled, referred);
  }

  private void decide(Dossier before, DossierState state, boolean ruled, FindingCode... referred) {
    Dossier after =
        before.decided(
            new Dossier.Standing(
                state,
                ruled,
                before.timedBy(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    store().dossiers().save(after, DECIDED);
    store().dossiers().decide(decision(after, referred), DECIDED);
  }

  private static Decision decision(Dossier dossier, FindingCode... referred) {
    Decision plain =
        Samples.decision("d" + dossier.number() + dossier.version(), 1, dossier.state());
    List<Finding> findings = new ArrayList<>();
    Finding like = plain.findings().get(0);
    for (FindingCode code : referred) {
      findings.add(
          new Finding(
              code,
              Outcome.REFER,
              dossier.submission(),
              Optional.of(dossier.number()),
              "rule " + findings.size(),
              like.clause(),
              "",
              "",
              "看一看。"));
    }
    return new Decision(
        plain.id(),
        dossier.number(),
        dossier.state(),
        findings,
        Optional.empty(),
        plain.callVersion(),
        plain.asOf(),
        Optional.empty());
  }

  private Share share() {
    return store().shares().byCall().getOrDefault(Samples.CALL, Share.NONE);
  }

  private List<String> listed(Optional<Handling> hand, Optional<FindingCode> waitsFor) {
    Filters.OfDossiers all =
        new Filters.OfDossiers(
            Optional.empty(),
            Optional.of(Samples.CALL),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    List<String> numbers = new ArrayList<>();
    Window window = Window.first(2);
    while (true) {
      var page = store().records().dossiers(all.decided(hand, waitsFor), window);
      page.items().forEach(dossier -> numbers.add(dossier.number().value()));
      if (page.next().isEmpty()) {
        return numbers;
      }
      window = new Window(2, page.next());
    }
  }

  @Test
  default void countsByWhoseHandEachDossierStandsAndLeavesOutWhatWasReplaced() {
    store().submissions().save(Samples.submission(1), DECIDED);
    decided(1, DossierState.ACCEPTED, false);
    decided(2, DossierState.REJECTED, false);
    decided(3, DossierState.RETURNED, true);
    decided(4, DossierState.IN_REVIEW, false, FindingCode.INELIGIBLE);
    decided(5, DossierState.SUPERSEDED, false);
    store().dossiers().save(Samples.dossier(6, 1, "k6"), DECIDED);

    Share share = share();
    assertThat(share.of(Handling.MACHINE)).isEqualTo(2);
    assertThat(share.of(Handling.PERSON)).isEqualTo(1);
    assertThat(share.of(Handling.WAITING)).isEqualTo(2);
    assertThat(share.of(Handling.WAITING, DossierState.RECEIVED)).isEqualTo(1);
    assertThat(share.total()).isEqualTo(5);
    assertThat(share.percent()).hasValue(40);
    for (Handling hand : List.of(Handling.MACHINE, Handling.PERSON, Handling.WAITING)) {
      assertThat(listed(Optional.of(hand), Optional.empty())).hasSize((int) share.of(hand));
    }
  }

  @Test
  default void tellsWhatTheWaitingOnesWaitForAndEachCountLeadsToItsRows() {
    store().submissions().save(Samples.submission(1), DECIDED);
    decided(1, DossierState.IN_REVIEW, false, FindingCode.INELIGIBLE, FindingCode.INELIGIBLE);
    decided(2, DossierState.IN_REVIEW, false, FindingCode.INELIGIBLE, FindingCode.LATE);
    decided(3, DossierState.IN_REVIEW, false, FindingCode.INELIGIBLE);
    decided(4, DossierState.RETURNED, false, FindingCode.LATE);

    assertThat(share().reasons())
        .containsOnly(Map.entry(FindingCode.INELIGIBLE, 3L), Map.entry(FindingCode.LATE, 1L));
    assertThat(listed(Optional.empty(), Optional.of(FindingCode.INELIGIBLE)))
        .containsExactly("RX-2020-000003", "RX-2020-000002", "RX-2020-000001");
    assertThat(listed(Optional.empty(), Optional.of(FindingCode.LATE)))
        .containsExactly("RX-2020-000002");
    assertThat(listed(Optional.of(Handling.MACHINE), Optional.of(FindingCode.LATE))).isEmpty();
  }

  @Test
  default void forgetsTheReasonsOnceItNoLongerWaits() {
    store().submissions().save(Samples.submission(1), DECIDED);
    decided(1, DossierState.IN_REVIEW, false, FindingCode.INELIGIBLE);
    Dossier waiting = store().dossiers().find(Samples.dossierNumber(1)).orElseThrow();

    decide(waiting, DossierState.IN_REVIEW, false, FindingCode.LATE);
    assertThat(share().reasons()).containsOnlyKeys(FindingCode.LATE);

    decide(
        store().dossiers().find(Samples.dossierNumber(1)).orElseThrow(),
        DossierState.ACCEPTED,
        true);
    assertThat(share().reasons()).isEmpty();
    assertThat(share().of(Handling.PERSON)).isEqualTo(1);
  }

  @Test
  default void knowsTheSameAfterTheDatabaseWasRebuiltFromTheJournal() throws Exception {
    store().submissions().save(Samples.submission(1), DECIDED);
    decided(1, DossierState.IN_REVIEW, false, FindingCode.INELIGIBLE);
    decided(2, DossierState.ACCEPTED, false);
    decided(3, DossierState.IN_REVIEW, false, FindingCode.LATE);
    decide(
        store().dossiers().find(Samples.dossierNumber(3)).orElseThrow(),
        DossierState.ACCEPTED,
        true);
    try (Journal journal = store().journal()) {
      journal.await();
    }
    Share before = share();

    store().lose();
    store().journal().close();

    assertThat(share()).isEqualTo(before);
    assertThat(before.reasons()).containsOnlyKeys(FindingCode.INELIGIBLE);
  }

  @Test
  default void tellsHowEachDossierStandsInTimeAndAfterARebuildToo() throws Exception {
    store().submissions().save(Samples.submission(1), DECIDED);
    decided(1, DossierState.ACCEPTED, false);
    decided(2, DossierState.REJECTED, false, FindingCode.LATE);
    decided(3, DossierState.IN_REVIEW, false, FindingCode.TIME_UNDETERMINED);
    decided(4, DossierState.AWAITING_PAPER, false);
    decided(5, DossierState.RETURNED, false, FindingCode.PART_LATE);
    decided(6, DossierState.SUPERSEDED, false, FindingCode.LATE);
    decide(
        store().dossiers().find(Samples.dossierNumber(3)).orElseThrow(),
        DossierState.REJECTED,
        true,
        FindingCode.LATE);
    store().dossiers().save(Samples.dossier(7, 1, "k7"), DECIDED);
    try (Journal journal = store().journal()) {
      journal.await();
    }
    Map<Timing, Long> before = nights().timings(Samples.CALL);
    assertThat(before)
        .containsOnly(
            Map.entry(Timing.IN_TIME, 1L),
            Map.entry(Timing.LATE, 2L),
            Map.entry(Timing.AWAITED, 1L),
            Map.entry(Timing.PART_LATE, 1L));
    assertThat(nights().dossiers(Samples.CALL, Timing.LATE, Window.first(9)).items())
        .extracting(dossier -> dossier.number().value())
        .containsExactlyInAnyOrder("RX-2020-000002", "RX-2020-000003");

    store().lose();
    store().journal().close();

    assertThat(nights().timings(Samples.CALL)).isEqualTo(before);
  }

  private SqlNights nights() {
    return new SqlNights(store().jdbc(), Json.mapper());
  }
}
