package cn.baosong.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.baosong.core.call.CallId;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.decision.Decision;
import cn.baosong.core.decision.QueueEntry;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.submission.Channel;
import cn.baosong.core.submission.Receipt;
import cn.baosong.core.submission.Submission;
import cn.baosong.core.submission.SubmissionState;
import cn.baosong.desk.Act;
import cn.baosong.desk.Dossiers;
import cn.baosong.desk.StaleRecord;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the register, the dossiers, the parcels and the queues promise the desks. */
interface RecordsContract {
  StoreFixture store();

  Act ACT = Act.byMachine(Act.Kind.SUBMISSION_RECEIVED);

  @Test
  default void findsASubmissionByNumberBytesAndWhatItsSourceCallsIt() {
    Submission submission = Samples.submission(1);
    store().submissions().save(submission, ACT);
    assertThat(store().submissions().find(submission.number())).contains(submission);
    assertThat(store().submissions().byDigest(Samples.digest(1))).contains(submission);
    assertThat(store().submissions().byReceipt(Channel.FOLDER, "claim-r1")).contains(submission);
    assertThat(store().submissions().byReceipt(Channel.EMAIL, "claim-r1")).isEmpty();
  }

  @Test
  default void keepsEveryArrivalOfTheSameBytes() {
    Submission submission = Samples.submission(1);
    store().submissions().save(submission, ACT);
    Submission again = submission.withReceipt(Samples.receipt("second", 1));
    store().submissions().save(again, ACT);
    assertThat(store().submissions().byReceipt(Channel.FOLDER, "claim-second")).contains(again);
    assertThat(store().submissions().byReceipt(Channel.FOLDER, "claim-r1")).contains(again);
  }

  @Test
  default void refusesTheSameBytesUnderASecondNumber() {
    store().submissions().save(Samples.submission(1), ACT);
    Submission same = Submission.of(Samples.number(2), "public-2", Samples.receipt("other", 1));
    assertThatThrownBy(() -> store().submissions().save(same, ACT)).isInstanceOf(StaleRecord.class);
    assertThat(store().submissions().find(same.number())).isEmpty();
  }

  @Test
  default void refusesAnItemOfASourceTwiceAndKeepsNothingOfIt() {
    store().submissions().save(Samples.submission(1), ACT);
    Submission sameItem = Submission.of(Samples.number(2), "public-2", Samples.receipt("r1", 2));
    assertThatThrownBy(() -> store().submissions().save(sameItem, ACT))
        .isInstanceOf(StaleRecord.class);
    assertThat(store().submissions().find(sameItem.number())).isEmpty();
  }

  @Test
  default void refusesTheSecondOfTwoChangesToWhatBothRead() {
    Submission read = Samples.submission(1);
    store().submissions().save(read, ACT);
    store().submissions().save(read.in(SubmissionState.UNREADABLE), ACT);
    assertThatThrownBy(() -> store().submissions().save(read.in(SubmissionState.PROCESSED), ACT))
        .isInstanceOf(StaleRecord.class);
    assertThat(store().submissions().find(read.number()).orElseThrow().state())
        .isEqualTo(SubmissionState.UNREADABLE);
  }

  @Test
  default void findsTheFirstSubmissionOfAUnitWithTheSameContent() {
    store().submissions().save(Samples.read(2, Samples.digest(99)), ACT);
    store().submissions().save(Samples.read(1, Samples.digest(99)), ACT);
    assertThat(
            store()
                .submissions()
                .byContent(Samples.CALL, Samples.UNIT, Samples.digest(99))
                .map(Submission::number))
        .contains(Samples.number(1));
    assertThat(store().submissions().ofUnit(Samples.CALL, Samples.UNIT)).hasSize(2);
    assertThat(store().submissions().byContent(Samples.CALL, other(), Samples.digest(99)))
        .isEmpty();
  }

  private static UnitCode other() {
    return new UnitCode("11999999MB00000023");
  }

  @Test
  default void keepsWhateverASenderWroteIntoANameAndNeverFailsForIt() {
    String hostile = "\u0000\uD800 ${jndi:x} ' ; drop table submission; --" + "名".repeat(3000);
    Submission plain = Samples.submission(1);
    Receipt first = plain.first();
    Submission odd =
        Submission.of(
            plain.number(),
            plain.publicId(),
            new Receipt(
                first.id(),
                first.channel(),
                hostile,
                hostile,
                first.digest(),
                first.bytes(),
                first.folderUnit(),
                first.sent(),
                first.received(),
                first.registered()));
    store().submissions().save(odd, ACT);
    assertThat(store().submissions().byReceipt(Channel.FOLDER, hostile)).contains(odd);
  }

  @Test
  default void findsTheDossiersOfAUnitInTheOrderOfTheirNumbers() {
    store().submissions().save(Samples.submission(1), ACT);
    Dossier second = Samples.dossier(2, 1, "b");
    Dossier first = Samples.dossier(1, 1, "a");
    store().dossiers().save(second, ACT);
    store().dossiers().save(first, ACT);
    assertThat(store().dossiers().ofUnit(Samples.CALL, Samples.UNIT))
        .containsExactly(first, second);
    assertThat(store().dossiers().find(first.number())).contains(first);
  }

  @Test
  default void seesACandidateWhoStandsLiveUnderAnotherUnit() {
    store().submissions().save(Samples.submission(1), ACT);
    Dossier elsewhere = Samples.dossier(1, 1, "a", other());
    store().dossiers().save(elsewhere, ACT);
    store().dossiers().save(Samples.dossier(2, 1, "b"), ACT);
    List<String> keys = List.of("a", "b", "c");
    assertThat(store().dossiers().liveElsewhere(Samples.CALL, Samples.UNIT, keys))
        .containsExactly("a");
    List<String> nameAndBirth = List.of("张三/1970-01");
    assertThat(store().dossiers().liveElsewhere(Samples.CALL, Samples.UNIT, nameAndBirth))
        .containsExactlyElementsOf(nameAndBirth);
    store().dossiers().save(Samples.in(elsewhere, DossierState.WITHDRAWN), ACT);
    assertThat(store().dossiers().liveElsewhere(Samples.CALL, Samples.UNIT, keys)).isEmpty();
  }

  @Test
  default void countsTheLiveCandidatesOfTheOtherUnits() {
    store().submissions().save(Samples.submission(1), ACT);
    store().dossiers().save(Samples.dossier(1, 1, "a"), ACT);
    Dossier withdrawn = Samples.dossier(4, 1, "d", other());
    for (Dossier dossier :
        List.of(
            Samples.dossier(2, 1, "b", other()), Samples.dossier(3, 1, "c", other()), withdrawn)) {
      store().dossiers().save(dossier, ACT);
    }
    store().dossiers().save(Samples.in(withdrawn, DossierState.WITHDRAWN), ACT);

    Optional<String> category = withdrawn.category();
    assertThat(store().dossiers().tally(Samples.CALL, Samples.UNIT))
        .containsExactly(new Dossiers.Tally(other(), category, 2));
    assertThat(store().dossiers().tally(Samples.CALL, other()))
        .containsExactly(new Dossiers.Tally(Samples.UNIT, category, 1));
  }

  @Test
  default void findsWhereACandidateStandsInACallByWhateverUnit() {
    store().submissions().save(Samples.submission(1), ACT);
    Dossier one = Samples.dossier(1, 1, "a");
    Dossier other = Samples.dossier(2, 1, "a", other());
    store().dossiers().save(other, ACT);
    store().dossiers().save(one, ACT);
    store().dossiers().save(Samples.dossier(3, 1, "b"), ACT);
    assertThat(store().dossiers().standingOf(Samples.CALL, List.of("a", "c")))
        .containsExactly(one, other);
    store().dossiers().save(Samples.in(one, DossierState.REJECTED), ACT);
    assertThat(store().dossiers().standingOf(Samples.CALL, List.of("a"))).containsExactly(other);
    assertThat(store().dossiers().standingOf(Samples.CALL, List.of())).isEmpty();
    assertThat(store().dossiers().standingOf(new CallId("other"), List.of("a"))).isEmpty();
  }

  @Test
  default void letsOnlyOneVersionOfACandidateStandAccepted() {
    store().submissions().save(Samples.submission(1), ACT);
    Dossier first = Samples.dossier(1, 1, "a");
    Dossier second = Samples.dossier(2, 1, "a");
    store().dossiers().save(first, ACT);
    store().dossiers().save(second, ACT);
    Dossier accepted = Samples.in(first, DossierState.ACCEPTED);
    store().dossiers().save(accepted, ACT);
    assertThatThrownBy(
            () -> store().dossiers().save(Samples.in(second, DossierState.ACCEPTED), ACT))
        .isInstanceOf(StaleRecord.class);
    store().dossiers().save(Samples.in(accepted, DossierState.SUPERSEDED), ACT);
    store().dossiers().save(Samples.in(second, DossierState.ACCEPTED), ACT);
  }

  @Test
  default void keepsEveryDecisionAndAnswersTheLatest() {
    store().submissions().save(Samples.submission(1), ACT);
    store().dossiers().save(Samples.dossier(1, 1, "a"), ACT);
    Decision first = Samples.decision("d1", 1, DossierState.IN_REVIEW);
    Decision second = Samples.decision("d2", 1, DossierState.REJECTED);
    store().dossiers().decide(first, ACT);
    store().dossiers().decide(second, ACT);
    assertThat(store().dossiers().history(Samples.dossierNumber(1))).containsExactly(first, second);
    assertThat(
            store()
                .dossiers()
                .standing(List.of(Samples.dossierNumber(1), Samples.dossierNumber(2))))
        .containsOnlyKeys(Samples.dossierNumber(1))
        .containsValue(second);
  }

  @Test
  default void letsOnlyOneOfTwoOfficersClaimADossier() {
    store().submissions().save(Samples.submission(1), ACT);
    store().dossiers().save(Samples.dossier(1, 1, "a"), ACT);
    store().queues().save(Samples.entry(1, QueueEntry.State.QUEUED, "system"), ACT);
    QueueEntry claimed = Samples.entry(1, QueueEntry.State.CLAIMED, "officer1");
    store().queues().save(claimed, ACT);
    assertThatThrownBy(
            () ->
                store().queues().save(Samples.entry(1, QueueEntry.State.CLAIMED, "officer2"), ACT))
        .isInstanceOf(StaleRecord.class);
    assertThat(store().queues().find(Samples.dossierNumber(1))).contains(claimed);
  }

  @Test
  default void keepsAParcelAndItsConfirmation() {
    store().papers().save(Samples.paper(1), ACT);
    store().papers().save(Samples.paper(1), ACT);
    assertThat(store().papers().ofUnit(Samples.CALL, Samples.UNIT))
        .containsExactly(Samples.paper(1));
  }

  @Test
  default void writesNoRecordWithoutItsEvent() {
    store()
        .submissions()
        .save(Samples.submission(1), new Act(Act.Kind.SUBMISSION_RECEIVED, "clerk1", "到件"));
    List<String> events =
        store()
            .jdbc()
            .sql(
                "select kind || ' ' || record || ' ' || subject || ' ' || actor || ' ' || reason from event")
            .query(String.class)
            .list();
    assertThat(events).containsExactly("SUBMISSION_RECEIVED SUBMISSION SJ-2020-000001 clerk1 到件");
  }

  @Test
  default void forgetsRowAndEventTogetherWhenTheWorkFails() {
    assertThatThrownBy(
            () ->
                store()
                    .work()
                    .inTransaction(
                        () -> {
                          store().submissions().save(Samples.submission(1), ACT);
                          throw new IllegalStateException("the work fails");
                        }))
        .hasMessage("the work fails");
    assertThat(store().submissions().find(Samples.number(1))).isEmpty();
    assertThat(store().jdbc().sql("select count(*) from event").query(Integer.class).single())
        .isZero();
  }
}
