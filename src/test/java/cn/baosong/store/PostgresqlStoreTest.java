package cn.baosong.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresqlStoreTest
    implements RecordsContract,
        WaitingContract,
        JournalContract,
        ListsContract,
        InboxListContract,
        ProposalsContract,
        ScansContract,
        CoversContract,
        ParcelsContract,
        SendersContract,
        SeasonContract,
        DigestTurnsContract,
        FailuresContract,
        MailingsContract,
        MailContract,
        AccountsContract,
        SharesContract,
        StateCountsContract,
        PlansContract,
        RemindersContract,
        DraftsContract,
        VerificationContract {
  @RegisterExtension final StoreFixture store = new StoreFixture(Dialect.POSTGRESQL);

  @Override
  public StoreFixture store() {
    return store;
  }

  /** A small table is read whole whatever its indexes; asked not to, it shows what it has. */
  @ParameterizedTest
  @CsvSource({
    "1 = 1, '', submission_newest",
    "state = 'UNASSIGNED', 'state,', submission_by_state",
    "call_id = 'sx-bqw-2020', 'call_id,', submission_by_call",
    "unit_code = '11', 'unit_code,', submission_by_unit",
    "channel = 'EMAIL', 'channel,', submission_by_channel"
  })
  void readsEveryListByAnIndexInItsOrder(String where, String lead, String index) {
    String plan =
        store
            .work()
            .inTransaction(
                () -> {
                  store.jdbc().sql("set local enable_seqscan = off").update();
                  store.jdbc().sql("set local enable_sort = off").update();
                  return String.join(
                      "\n",
                      store
                          .jdbc()
                          .sql(
                              "explain select registered_at, number from submission where "
                                  + where
                                  + (" order by " + lead + " registered_at desc, number desc")
                                  + " fetch first 51 rows only")
                          .query(String.class)
                          .list());
                });
    assertThat(plan).contains(index).doesNotContain("Sort", "Seq Scan");
  }

  private OneOffice office() {
    return OneOffice.of(store.source(), Dialect.POSTGRESQL);
  }

  private void loseTheConnectionWithTheLock() {
    store
        .jdbc()
        .sql("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'")
        .query(Boolean.class)
        .list();
  }

  /** D09: an office with a home of its own, on a database that another one works with. */
  @Test
  void isTheDatabaseOfOneOffice() throws IOException {
    try (Journal first = store.journal()) {
      assertThatThrownBy(this::office)
          .isInstanceOf(AnotherProcess.class)
          .hasMessageContainingAll("数据库", "baosong.home");
      assertThat(first.healthy()).isTrue();
    }
    office().close();
  }

  @Test
  void staysTheOneWhenItsConnectionIsLost() {
    try (OneOffice first = office()) {
      loseTheConnectionWithTheLock();
      first.confirm();
      assertThatThrownBy(this::office).isInstanceOf(AnotherProcess.class);
    }
  }

  @Test
  void writesNothingMoreOnceAnotherTookItsPlace() {
    try (OneOffice first = office()) {
      loseTheConnectionWithTheLock();
      OneOffice next = office();
      assertThatThrownBy(first::confirm).isInstanceOf(AnotherProcess.class);
      next.close();
      first.confirm();
    }
  }
}
