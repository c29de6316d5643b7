package cn.baosong.store;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One H2 file and one PostgreSQL for the whole run, emptied between tests, closed at its end. */
final class TestDatabase implements ExtensionContext.Store.CloseableResource {
  /** Those that refer to others first. */
  private static final List<String> TABLES =
      List.of(
          "access_token",
          "account",
          "number_series",
          "delivery",
          "pending_ruling",
          "queue_entry",
          "mailing",
          "mail_line",
          "letter",
          "unit_call",
          "sender_binding",
          "cover",
          "original",
          "stray",
          "paper",
          "scan",
          "decision",
          "contact",
          "waiting_reason",
          "dossier",
          "receipt",
          "submission",
          "call_draft",
          "correspondence",
          "outage",
          "probe",
          "probe_seen",
          "office_key",
          "state_count",
          "state_change",
          "event");

  private final HikariDataSource source = new HikariDataSource();
  private final Closeable server;

  private TestDatabase(Dialect dialect) {
    try {
      this.server = dialect == Dialect.H2 ? h2() : postgres();
    } catch (IOException e) {
      throw new IllegalStateException(dialect + " does not start", e);
    }
    source.setMaximumPoolSize(6);
    Flyway.configure().dataSource(source).load().migrate();
  }

  static HikariDataSource of(Dialect dialect, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.GLOBAL)
        .getOrComputeIfAbsent(dialect, TestDatabase::new, TestDatabase.class)
        .source;
  }

  static void empty(HikariDataSource source) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      for (String table : TABLES) {
        statement.execute("delete from " + table);
      }
    }
  }

  private Closeable h2() throws IOException {
    Path folder = Files.createTempDirectory("baosong-h2");
    source.setJdbcUrl(
        "jdbc:h2:file:"
            + folder.resolve("office")
            + ";WRITE_DELAY=0;LOCK_TIMEOUT=10000;MAX_LENGTH_INPLACE_LOB=100000");
    source.setUsername("sa");
    source.setPassword("");
    return () -> Files.deleteIfExists(folder.resolve("office.mv.db"));
  }

  /** Durability is PostgreSQL's own affair; these tests are about what we ask of it. */
  private Closeable postgres() throws IOException {
    EmbeddedPostgres server = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
    source.setJdbcUrl(server.getJdbcUrl("postgres", "postgres"));
    return server;
  }

  @Override
  public void close() throws IOException {
    source.close();
    server.close();
  }
}
