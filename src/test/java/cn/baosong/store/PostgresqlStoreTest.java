package cn.baosong.store;

import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresqlStoreTest
    implements RecordsContract,
        WaitingContract,
        JournalContract,
        ListsContract,
        ProposalsContract,
        FailuresContract,
        AccountsContract,
        VerificationContract {
  @RegisterExtension final StoreFixture store = new StoreFixture(Dialect.POSTGRESQL);

  @Override
  public StoreFixture store() {
    return store;
  }
}
