package cn.baosong.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.baosong.core.call.CallId;
import cn.baosong.core.call.CallVersion;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.decision.Proposal;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierNumber;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.desk.Act;
import cn.baosong.desk.Filters;
import cn.baosong.desk.Window;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Proposals to decide again, and the cases whose terms run. */
interface ProposalsContract {
  StoreFixture store();

  @Test
  default void keepsSinceWhenAProposalStandsAndDropsTheOnesThatNoLongerDo() {
    Dossier one = filed();
    Proposal first = proposal(one.number(), DossierState.RETURNED, StoreFixture.NOW);
    replace(one, List.of(first));
    replace(
        one,
        List.of(proposal(one.number(), DossierState.RETURNED, StoreFixture.NOW.plusSeconds(60))));
    assertThat(listed()).containsExactly(first);

    replace(one, List.of(proposal(one.number(), DossierState.IN_REVIEW, StoreFixture.NOW)));
    assertThat(listed())
        .extracting(Proposal::dossier, Proposal::state)
        .containsExactly(tuple(one.number(), DossierState.IN_REVIEW));

    replace(one, List.of());
    assertThat(listed()).isEmpty();
  }

  @Test
  default void hasOnlyCasesJudgedAgainInWhichATermRuns() {
    Dossier one = filed();
    store().unitCalls().request(one.call(), one.unit());
    store().jdbc().sql("update unit_call set waiting = false").update();

    store().unitCalls().requestRunning(one.call());
    assertThat(waiting()).isFalse();

    store().jdbc().sql("update dossier set state = 'RETURNED'").update();
    store().unitCalls().requestRunning(new CallId("another"));
    assertThat(waiting()).isFalse();
    store().unitCalls().requestRunning(one.call());
    assertThat(waiting()).isTrue();
  }

  @Test
  default void hasOnlyCasesBeforeAPersonJudgedAgainWhenAWindowOpens() {
    Dossier one = filed();
    store().unitCalls().request(one.call(), one.unit());
    store().jdbc().sql("update unit_call set waiting = false").update();
    store().jdbc().sql("update dossier set state = 'RETURNED'").update();

    store().unitCalls().requestInReview(one.call());
    assertThat(waiting()).isFalse();

    store().jdbc().sql("update dossier set state = 'IN_REVIEW'").update();
    store().unitCalls().requestInReview(one.call());
    assertThat(waiting()).isTrue();
  }

  private boolean waiting() {
    return store().jdbc().sql("select waiting from unit_call").query(Boolean.class).single();
  }

  private Dossier filed() {
    store().submissions().save(Samples.submission(1), Act.byMachine(Act.Kind.SUBMISSION_RECEIVED));
    Dossier dossier = Samples.dossier(1, 1, "key");
    store().dossiers().save(dossier, Act.byMachine(Act.Kind.DOSSIER_FILED));
    return dossier;
  }

  private void replace(Dossier of, List<Proposal> proposals) {
    store().proposals().replace(of.call(), of.unit(), proposals);
  }

  private List<Proposal> listed() {
    return store()
        .proposals()
        .list(
            new Filters.OfPapers(Optional.<CallId>empty(), Optional.<UnitCode>empty()),
            new Window(10, Optional.empty()))
        .items();
  }

  private static Proposal proposal(DossierNumber of, DossierState state, Instant since) {
    return new Proposal(of, state, Optional.empty(), List.of(), new CallVersion("v2"), since);
  }
}
