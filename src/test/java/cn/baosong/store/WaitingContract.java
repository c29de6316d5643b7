package cn.baosong.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.baosong.core.decision.Consignment;
import cn.baosong.core.decision.QueueEntry;
import cn.baosong.core.notice.Letter;
import cn.baosong.core.notice.LetterState;
import cn.baosong.core.submission.Digest;
import cn.baosong.core.submission.SubmissionNumber;
import cn.baosong.core.submission.SubmissionState;
import cn.baosong.desk.Act;
import cn.baosong.desk.StaleRecord;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What waits, who may take it, and when. */
interface WaitingContract {
  StoreFixture store();

  Act DELIVERED = Act.byMachine(Act.Kind.CASE_DELIVERED);
  Act ACT = Act.byMachine(Act.Kind.LETTER_WRITTEN);

  @Test
  default void takesASubmissionToOpenOnceWhileItsLeaseLasts() throws IOException {
    store().submissions().save(Samples.submission(1), ACT);
    assertThat(store().claim("submission"))
        .singleElement()
        .extracting("number", "tries")
        .containsExactly("SJ-2020-000001", 1);
    assertThat(store().claim("submission")).isEmpty();
  }

  @Test
  default void opensWhatCostsMuchOnlyWhenNoOtherWaitsOrIsBeingOpened() throws IOException {
    store().submissions().save(Samples.submission(1), ACT);
    store().submissions().save(Samples.submission(2), ACT);
    assertThat(store().claim("submission")).hasSize(1);
    store().submissions().putOff(Samples.number(1));
    assertThat(store().submissions().isPutOff(Samples.number(1))).isTrue();
    assertThat(store().claim("costly-submission")).isEmpty();
    assertThat(store().claim("submission"))
        .singleElement()
        .extracting("number", "tries")
        .containsExactly("SJ-2020-000002", 1);
    assertThat(store().claim("submission")).isEmpty();
    assertThat(store().claim("costly-submission")).isEmpty();
    store().submissions().save(Samples.submission(2).in(SubmissionState.UNREADABLE), ACT);
    assertThat(store().claim("costly-submission"))
        .singleElement()
        .extracting("number", "tries")
        .containsExactly("SJ-2020-000001", 1);
    assertThat(store().claim("costly-submission")).isEmpty();
  }

  @Test
  default void opensWhatCostsMuchOnlyWhenNobodyWaitsForADecisionOrALetter() throws IOException {
    store().submissions().save(Samples.submission(1), ACT);
    store().submissions().putOff(Samples.number(1));
    store().unitCalls().request(Samples.CALL, Samples.UNIT);
    assertThat(store().claim("costly-submission")).isEmpty();
    store().jdbc().sql("update unit_call set waiting = false").update();
    store().letters().save(Samples.letter("l1", 1, 1, Duration.ZERO), ACT);
    assertThat(store().claim("costly-submission")).isEmpty();
    String failed = "update letter set failed_at = current_timestamp, last_error = 'no disk'";
    store().jdbc().sql(failed).update();
    assertThat(store().claim("costly-submission")).hasSize(1);
  }

  @Test
  default void opensWhatCostsMuchAfterTenMinutesWhoeverElseWaits() throws IOException {
    for (int i = 1; i <= 3; i++) {
      store().submissions().save(Samples.submission(i), ACT);
    }
    store().submissions().putOff(Samples.number(2));
    store().submissions().putOff(Samples.number(3));
    assertThat(store().claim("costly-submission")).isEmpty();
    store()
        .jdbc()
        .sql("update submission set put_off_at = put_off_at - interval '11' minute where costly")
        .update();
    assertThat(store().claim("costly-submission"))
        .singleElement()
        .extracting("number")
        .isEqualTo("SJ-2020-000002");
  }

  @Test
  default void waitsForNoneThatIsParkedBeforeItOpensWhatCostsMuch() throws IOException {
    store().submissions().save(Samples.submission(1), ACT);
    store().submissions().save(Samples.submission(2), ACT);
    store().submissions().putOff(Samples.number(2));
    store().jdbc().sql("update submission set tries = 10 where not costly").update();
    assertThat(store().claim("costly-submission")).hasSize(1);
  }

  @Test
  default void findsBothLinesByTheIndex() throws IOException {
    for (String line : List.of("submission", "costly-submission")) {
      String sql = store().claimed(line);
      String plan = Plans.of(store(), jdbc -> jdbc.sql(sql).query().listOfRows());
      assertThat(plan).as(line).contains("submission_to_open");
      boolean inOrder =
          store().dialect == Dialect.H2 ? plan.contains("index sorted") : !plan.contains("sort");
      assertThat(inOrder).as(plan).isTrue();
    }
  }

  @Test
  default void putsNothingOffThatIsOpened() {
    store().submissions().save(Samples.submission(1), ACT);
    store().submissions().save(Samples.submission(1).in(SubmissionState.UNREADABLE), ACT);
    store().submissions().putOff(Samples.number(1));
    assertThat(store().submissions().isPutOff(Samples.number(1))).isFalse();
  }

  @Test
  default void handsEachSubmissionToOneOfTwoCounters() throws Exception {
    int many = 40;
    for (int i = 1; i <= many; i++) {
      store().submissions().save(Samples.submission(i), ACT);
    }
    ExecutorService counters = Executors.newFixedThreadPool(2);
    try {
      List<Future<List<Object>>> both =
          List.of(counters.submit(this::claimAll), counters.submit(this::claimAll));
      List<Object> claimed = new ArrayList<>(both.get(0).get());
      claimed.addAll(both.get(1).get());
      assertThat(claimed).doesNotHaveDuplicates().hasSize(many);
    } finally {
      counters.shutdownNow();
    }
  }

  private List<Object> claimAll() throws IOException {
    List<Object> numbers = new ArrayList<>();
    // a counter may find the row that it wanted taken, and looks again
    for (int idle = 0; idle < 5; ) {
      List<Map<String, Object>> rows = store().claim("submission");
      rows.forEach(row -> numbers.add(row.get("number")));
      idle = rows.isEmpty() ? idle + 1 : 0;
    }
    return numbers;
  }

  @Test
  default void leavesASubmissionToWhoStillReadsItAndToNobodyOnceItIsOpened() throws IOException {
    store().submissions().save(Samples.submission(1), ACT);
    store().submissions().stillOpening(Samples.number(1));
    assertThat(store().claim("submission")).isEmpty();
    store().submissions().save(Samples.submission(1).in(SubmissionState.UNREADABLE), ACT);
    store().submissions().stillOpening(Samples.number(1));
    assertThat(lease(Samples.number(1))).isNull();
  }

  private @Nullable Object lease(SubmissionNumber number) {
    return store()
        .jdbc()
        .sql("select lease_until from submission where number = ?")
        .param(number.value())
        .query()
        .singleRow()
        .get("lease_until");
  }

  @Test
  default void leavesASubmissionAloneOnceItIsOpened() throws IOException {
    store().submissions().save(Samples.submission(1), ACT);
    store().submissions().save(Samples.submission(1).in(SubmissionState.UNREADABLE), ACT);
    assertThat(store().claim("submission")).isEmpty();
  }

  @Test
  default void judgesAUnitAgainWhenAskedWhileItWasBeingJudged() throws IOException {
    store().unitCalls().request(Samples.CALL, Samples.UNIT);
    assertThat(store().claim("unit-call")).hasSize(1);
    store().unitCalls().request(Samples.CALL, Samples.UNIT);
    store().unitCalls().done(Samples.CALL, Samples.UNIT);
    assertThat(store().claim("unit-call")).hasSize(1);
    store().unitCalls().done(Samples.CALL, Samples.UNIT);
    assertThat(store().claim("unit-call")).isEmpty();
  }

  @Test
  default void judgesEveryUnitOfACallAgainWhenItsRulesChange() throws IOException {
    store().unitCalls().lock(Samples.CALL, Samples.UNIT);
    assertThat(store().claim("unit-call")).isEmpty();
    store().unitCalls().requestAll(Samples.CALL);
    assertThat(store().claim("unit-call"))
        .singleElement()
        .extracting("call_id", "unit_code")
        .containsExactly(Samples.CALL.value(), Samples.UNIT.value());
  }

  @Test
  default void keepsATransactionUsableWhenAnotherBeganTheSameUnitFirst() throws Exception {
    CountDownLatch inserted = new CountDownLatch(1);
    CountDownLatch asked = new CountDownLatch(1);
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      Future<Boolean> first =
          other.submit(
              () ->
                  store()
                      .work()
                      .inTransaction(
                          () -> {
                            store().unitCalls().lock(Samples.CALL, Samples.UNIT);
                            inserted.countDown();
                            await(asked);
                            return true;
                          }));
      inserted.await();
      store()
          .work()
          .inTransaction(
              () -> {
                asked.countDown();
                store().unitCalls().request(Samples.CALL, Samples.UNIT);
                store().submissions().save(Samples.submission(1), ACT);
                return true;
              });
      first.get();
    } finally {
      other.shutdownNow();
    }
    assertThat(store().claim("unit-call")).hasSize(1);
    assertThat(store().submissions().find(Samples.number(1))).isPresent();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  default void sendsNoLetterBeforeItsActIsJournaled() throws Exception {
    store().submissions().save(Samples.submission(1), ACT);
    store().letters().save(Samples.letter("l1", 1, 1, Duration.ZERO), ACT);
    assertThat(store().claim("letter")).isEmpty();
    try (Journal journal = store().journal()) {
      journal.await();
      assertThat(store().claim("letter")).singleElement().extracting("id").isEqualTo("l1");
    }
  }

  @Test
  default void deliversACaseOnceItsEntryIsJournaledAndNoMoreOnceItIsDelivered() throws Exception {
    queued();
    assertThat(store().claim("delivery")).isEmpty();
    try (Journal journal = store().journal()) {
      journal.await();
      assertThat(store().claim("delivery"))
          .singleElement()
          .extracting("department", "serial", "tries")
          .containsExactly("zhuanji", 1, 1);
      assertThat(store().claim("delivery")).isEmpty();
      Consignment sent = consignment(1);
      store().consignments().delivered(sent, DELIVERED);
      assertThatThrownBy(() -> store().consignments().delivered(sent, DELIVERED))
          .isInstanceOf(StaleRecord.class);
      assertThat(store().claim("delivery")).isEmpty();
    }
  }

  @Test
  default void deliversACaseAgainUnderAnotherNameWhenItEntersAQueueAgain() throws Exception {
    queued();
    store().consignments().delivered(consignment(1), DELIVERED);
    store().queues().save(Samples.entry(1, QueueEntry.State.RETURNED, "o1"), ACT);
    store().queues().save(Samples.entry(1, QueueEntry.State.QUEUED, "o1"), ACT);
    assertThat(store().consignments().waits(consignment(2))).isTrue();
    try (Journal journal = store().journal()) {
      journal.await();
      assertThat(store().claim("delivery")).singleElement().extracting("serial").isEqualTo(2);
    }
  }

  @Test
  default void deliversNoCaseThatWasGivenBackBefore() throws Exception {
    queued();
    store().queues().save(Samples.entry(1, QueueEntry.State.RETURNED, "o1"), ACT);
    try (Journal journal = store().journal()) {
      journal.await();
      assertThat(store().claim("delivery")).isEmpty();
    }
    assertThat(store().consignments().waits(consignment(1))).isFalse();
  }

  private void queued() {
    store().submissions().save(Samples.submission(1), ACT);
    store().dossiers().save(Samples.dossier(1, 1, "k"), ACT);
    store().queues().save(Samples.entry(1, QueueEntry.State.QUEUED, "o1"), ACT);
  }

  private static Consignment consignment(int serial) {
    return new Consignment(
        Samples.dossierNumber(1), "zhuanji", serial, "deliver-folder", new Digest("0".repeat(64)));
  }

  @Test
  default void sendsNoLetterDuringItsHold() throws Exception {
    store().submissions().save(Samples.submission(1), ACT);
    store().letters().save(Samples.letter("l1", 1, 1, Duration.ofMinutes(30)), ACT);
    try (Journal journal = store().journal()) {
      journal.await();
      assertThat(store().claim("letter")).isEmpty();
    }
  }

  @Test
  default void neverChangesALetterThatWasSent() {
    store().submissions().save(Samples.submission(1), ACT);
    Letter letter = Samples.letter("l1", 1, 1, Duration.ZERO);
    store().letters().save(letter, ACT);
    store().letters().save(letter.in(LetterState.SENT), ACT);
    assertThatThrownBy(() -> store().letters().save(letter.in(LetterState.STOPPED), ACT))
        .isInstanceOf(StaleRecord.class);
    assertThatThrownBy(() -> store().letters().save(letter.in(LetterState.SENT), ACT))
        .isInstanceOf(StaleRecord.class);
    assertThat(store().letters().of(Samples.number(1)))
        .containsExactly(letter.in(LetterState.SENT));
  }

  @Test
  default void neverWritesTwoLettersUnderOneSerial() {
    store().submissions().save(Samples.submission(1), ACT);
    store().letters().save(Samples.letter("l1", 1, 1, Duration.ZERO), ACT);
    assertThatThrownBy(() -> store().letters().save(Samples.letter("l2", 1, 1, Duration.ZERO), ACT))
        .isInstanceOf(StaleRecord.class);
  }

  @Test
  default void givesEveryNumberOnceToManyAtATime() throws Exception {
    Set<SubmissionNumber> given = new HashSet<>();
    ExecutorService clerks = Executors.newFixedThreadPool(4);
    try (SqlNumbers numbers = new SqlNumbers(store().jdbc(), store().manager());
        SqlNumbers otherOffice = new SqlNumbers(store().jdbc(), store().manager())) {
      List<Future<SubmissionNumber>> asked =
          java.util.stream.IntStream.range(0, 200)
              .mapToObj(
                  i ->
                      clerks.submit(
                          () -> (i % 2 == 0 ? numbers : otherOffice).nextSubmission(2020)))
              .toList();
      for (Future<SubmissionNumber> number : asked) {
        given.add(number.get());
      }
    } catch (ExecutionException e) {
      throw new AssertionError(e);
    } finally {
      clerks.shutdownNow();
    }
    assertThat(given).hasSize(200);
  }

  @Test
  default void leavesNoGapAtAnOrderlyEndAndBeginsEachYearAtOne() {
    try (SqlNumbers numbers = new SqlNumbers(store().jdbc(), store().manager())) {
      assertThat(numbers.nextDossier(2020)).hasToString("RX-2020-000001");
      assertThat(numbers.nextDossier(2021)).hasToString("RX-2021-000001");
    }
    try (SqlNumbers numbers = new SqlNumbers(store().jdbc(), store().manager())) {
      assertThat(numbers.nextDossier(2020)).hasToString("RX-2020-000002");
      assertThat(numbers.nextPaper(2020)).hasToString("YZ-2020-000001");
    }
  }
}
