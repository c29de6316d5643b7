package cn.baosong.store;

import org.junit.jupiter.api.extension.RegisterExtension;

class H2StoreTest
    implements RecordsContract,
        WaitingContract,
        JournalContract,
        ListsContract,
        FailuresContract,
        AccountsContract,
        VerificationContract {
  @RegisterExtension final StoreFixture store = new StoreFixture(Dialect.H2);

  @Override
  public StoreFixture store() {
    return store;
  }
}
