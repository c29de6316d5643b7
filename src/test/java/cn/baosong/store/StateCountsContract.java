package cn.baosong.store;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.decision.QueueEntry;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.submission.Channel;
import cn.baosong.core.submission.SubmissionState;
import cn.baosong.desk.Act;
import cn.baosong.desk.Filters;
import cn.baosong.json.Json;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts that are kept beside the record say at every moment what counting would say. */
interface StateCountsContract {
  StoreFixture store();

  private static Act act() {
    return Act.byMachine(Act.Kind.DOSSIER_FILED);
  }

  private void aSeason() {
    store().submissions().save(Samples.submission(1), act());
    store().submissions().save(Samples.submission(2), act());
    store().submissions().save(Samples.submission(1).in(SubmissionState.UNREADABLE), act());
    store().dossiers().save(Samples.dossier(1, 1, "a"), act());
    store().dossiers().save(Samples.dossier(2, 1, "b"), act());
    store().dossiers().save(accepted(1), act());
    store().queues().save(Samples.entry(1, QueueEntry.State.QUEUED, "system"), act());
    store().queues().save(Samples.entry(1, QueueEntry.State.CLAIMED, "officer1"), act());
  }

  private static Dossier accepted(int serial) {
    return Samples.in(Samples.dossier(serial, 1, "a"), DossierState.ACCEPTED);
  }

  private void standsSo() {
    SqlRecords records = store().records();
    assertThat(records.submissionCounts())
        .containsOnly(
            Map.entry(SubmissionState.RECEIVED, 1L), Map.entry(SubmissionState.UNREADABLE, 1L));
    assertThat(records.dossierCounts())
        .containsOnly(
            Map.entry(Samples.dossier(2, 1, "b").state(), 1L),
            Map.entry(DossierState.ACCEPTED, 1L));
    assertThat(records.queueCounts(Samples.entry(1, QueueEntry.State.QUEUED, "").department()))
        .containsOnly(Map.entry(QueueEntry.State.CLAIMED, 1L));
    assertThat(store().submissions().arrivals(Samples.submission(1).first().channel()))
        .isEqualTo(2);
    assertThat(store().stateCounts().check()).isZero();
  }

  @Test
  default void countsEachRecordWhereItStandsNow() {
    aSeason();
    standsSo();
  }

  @Test
  default void saysTheSameAfterTheChangesAreFolded() {
    aSeason();
    store().stateCounts().look();
    assertThat(store().jdbc().sql("select count(*) from state_change").query(Long.class).single())
        .isZero();
    standsSo();
    store().dossiers().save(Samples.dossier(3, 2, "c"), act());
    assertThat(store().stateCounts().check()).isZero();
  }

  @Test
  default void countsWhatACallAndAChannelHold() {
    aSeason();
    SqlRecords records = store().records();
    Filters.OfSubmissions all = Filters.OfSubmissions.ALL;
    Channel channel = Samples.submission(1).first().channel();
    assertThat(records.submissionCounts(ofChannel(channel)))
        .isEqualTo(records.submissionCounts(all));
    assertThat(records.submissionCounts(ofChannel(Channel.COURIER))).isEmpty();
  }

  private static Filters.OfSubmissions ofChannel(Channel channel) {
    return new Filters.OfSubmissions(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(channel));
  }

  /** While the first act is still open, another in the same state is done. */
  @Test
  default void letsNoActWaitForAnother() throws Exception {
    CompletableFuture<Boolean> counted = new CompletableFuture<>();
    CompletableFuture<Boolean> other = new CompletableFuture<>();
    ExecutorService clerk = Executors.newSingleThreadExecutor();
    try {
      Future<?> open =
          clerk.submit(
              () ->
                  store()
                      .work()
                      .inTransaction(
                          () -> {
                            store().submissions().save(Samples.submission(1), act());
                            counted.complete(true);
                            return other.join();
                          }));
      counted.get();
      store().submissions().save(Samples.submission(2), act());
      store().stateCounts().look();
      assertThat(store().records().submissionCounts())
          .containsOnly(Map.entry(SubmissionState.RECEIVED, 1L));
      other.complete(true);
      open.get();
      store().stateCounts().look();
      assertThat(store().records().submissionCounts())
          .containsOnly(Map.entry(SubmissionState.RECEIVED, 2L));
    } finally {
      other.complete(true);
      clerk.shutdownNow();
    }
  }

  @Test
  default void findsAndMendsACountThatDrifted() {
    aSeason();
    store().stateCounts().look();
    store()
        .jdbc()
        .sql("update state_count set many = many + 3 where of_table = 'DOSSIER'")
        .update();
    store().jdbc().sql("delete from state_count where of_table = 'RECEIPT'").update();
    SqlStateCounts counts = store().stateCounts();
    assertThat(counts.check()).isEqualTo(8);
    assertThat(counts.drift()).isEqualTo(8);
    standsSo();
  }

  @Test
  default void isCountedAgainWhenALostDatabaseIsRebuilt() throws Exception {
    aSeason();
    try (Journal journal = store().journal()) {
      journal.await();
    }
    store().lose();
    try (Journal journal = store().journal()) {
      journal.await();
    }
    standsSo();
  }

  @Test
  default void readsNoRecordToCount() {
    for (String plan :
        new String[] {
          Plans.of(store(), jdbc -> records(jdbc).dossierCounts()),
          Plans.of(store(), jdbc -> records(jdbc).submissionCounts()),
          Plans.of(store(), jdbc -> records(jdbc).queueCounts("zhuanji")),
          Plans.of(store(), jdbc -> new SqlShares(jdbc).byCall())
        }) {
      assertThat(plan)
          .contains("state_count", "state_change")
          .doesNotContain("dossier_", "submission_", "queue_of");
    }
  }

  private SqlRecords records(JdbcClient jdbc) {
    return new SqlRecords(jdbc, store().limit(Duration.ofSeconds(5)), Json.mapper());
  }
}
