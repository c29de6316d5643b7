package cn.baosong.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

class H2StoreTest
    implements RecordsContract,
        WaitingContract,
        JournalContract,
        ListsContract,
        ProposalsContract,
        FailuresContract,
        AccountsContract,
        VerificationContract {
  @RegisterExtension final StoreFixture store = new StoreFixture(Dialect.H2);

  @Override
  public StoreFixture store() {
    return store;
  }

  /** House.md 3: what H2 has committed is on disk only after a checkpoint. */
  @Test
  void forcesTheDatabaseBeforeTheJournalTellsOfAnAct() throws Exception {
    List<String> told = new ArrayList<>();
    Disk disk =
        new Disk() {
          @Override
          void writeAll(FileChannel file, ByteBuffer bytes) throws IOException {
            told.add("journal");
            super.writeAll(file, bytes);
          }
        };
    DataSource watched = new ToldStatements(store.source(), told);
    try (Journal journal =
        Journal.start(
            watched, store.manager(), store.home(), new Journal.Setting(store.mapper, disk, 1))) {
      journal.await();
      told.clear();
      store.submissions().save(Samples.submission(1), JournalContract.ACT);
      journal.await();
      assertThat(told).containsSubsequence("checkpoint sync", "journal");
      assertThat(told.indexOf("journal")).isGreaterThan(told.indexOf("checkpoint sync"));
    }
  }

  /** Each look at what waits reads what waits, however much is stored. */
  @ParameterizedTest
  @ValueSource(strings = {"letter", "submission", "unit-call"})
  void claimsByAnIndexAndNotByTheWholeTable(String name) throws IOException {
    String claim = Files.readString(Path.of("src/main/resources/sql/h2/claim-" + name + ".sql"));
    String update = claim.substring(claim.indexOf("update"), claim.lastIndexOf(')'));
    String plan = store.jdbc().sql("explain " + update).query(String.class).single();
    assertThat(plan).doesNotContain(".tableScan");
    String table = name.replace('-', '_').toUpperCase(Locale.ROOT);
    assertThat(plan).doesNotContain("/* PUBLIC." + table + "_FAILED */");
  }

  /** Tells what a pool's connections prepare. */
  private static final class ToldStatements extends DelegatingDataSource {
    private final List<String> told;

    ToldStatements(DataSource real, List<String> told) {
      super(real);
      this.told = told;
    }

    @Override
    public Connection getConnection() throws SQLException {
      Connection real = super.getConnection();
      return (Connection)
          Proxy.newProxyInstance(
              Connection.class.getClassLoader(),
              new Class<?>[] {Connection.class},
              (proxy, method, words) -> {
                if (method.getName().equals("prepareStatement")) {
                  told.add(String.valueOf(words[0]));
                }
                return method.invoke(real, words);
              });
    }
  }
}
