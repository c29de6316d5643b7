package cn.baosong.store;

import cn.baosong.desk.Drill;
import cn.baosong.json.Json;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** A fresh database and home for each test, on H2 as a file or on an embedded PostgreSQL. */
final class StoreFixture implements BeforeEachCallback, AfterEachCallback {
  static final Instant NOW = Instant.parse("2020-04-01T02:00:00Z");
  final Dialect dialect;
  final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  final ObjectMapper mapper = Json.mapper();
  private @Nullable HikariDataSource source;
  private @Nullable Path home;

  StoreFixture(Dialect dialect) {
    this.dialect = dialect;
  }

  @Override
  public void beforeEach(ExtensionContext context) throws Exception {
    home = Files.createTempDirectory("baosong-store");
    source = TestDatabase.of(dialect, context);
    freshDatabase();
  }

  /** Begins with an empty database, as after a disk was lost. */
  void freshDatabase() throws SQLException {
    TestDatabase.empty(source());
  }

  @Override
  public void afterEach(ExtensionContext context) throws Exception {
    try (Stream<Path> all = Files.walk(home())) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }

  HikariDataSource source() {
    if (source == null) {
      throw new IllegalStateException("outside a test");
    }
    return source;
  }

  Path home() {
    if (home == null) {
      throw new IllegalStateException("outside a test");
    }
    return home;
  }

  JdbcTransactionManager manager() {
    return new JdbcTransactionManager(source());
  }

  JdbcClient jdbc() {
    return JdbcClient.create(source());
  }

  Book book() {
    return new Book(jdbc(), manager(), mapper, clock);
  }

  SqlSubmissions submissions() {
    return new SqlSubmissions(book());
  }

  SqlDossiers dossiers() {
    return new SqlDossiers(book());
  }

  SqlLetters letters() {
    return new SqlLetters(book());
  }

  SqlMailings mailings() {
    return new SqlMailings(book());
  }

  SqlSenders senders() {
    return new SqlSenders(book());
  }

  SqlConsignments consignments() {
    return new SqlConsignments(book());
  }

  SqlQueues queues() {
    return new SqlQueues(book());
  }

  SqlPendingRulings pendingRulings() {
    return new SqlPendingRulings(book());
  }

  SqlPapers papers() {
    return new SqlPapers(book());
  }

  SqlUnitTallies tallies() {
    return new SqlUnitTallies(jdbc());
  }

  SqlContacts contacts() {
    return new SqlContacts(book());
  }

  SqlNumbers numbers() {
    return new SqlNumbers(jdbc(), manager());
  }

  SqlScans scans() {
    return new SqlScans(book());
  }

  SqlStateCounts stateCounts() {
    return new SqlStateCounts(jdbc(), manager());
  }

  SqlShares shares() {
    return new SqlShares(jdbc());
  }

  /** The database is gone, what lies under the home is not. */
  void lose() throws SQLException {
    TestDatabase.empty(source());
  }

  SqlProposals proposals() {
    return new SqlProposals(jdbc(), mapper);
  }

  SqlDrafts drafts() {
    return new SqlDrafts(book());
  }

  SqlUnitCalls unitCalls() {
    return new SqlUnitCalls(jdbc(), manager());
  }

  SqlRecords records() {
    return new SqlRecords(jdbc(), limit(Duration.ofSeconds(30)), mapper);
  }

  TimeLimit limit(Duration most) {
    return new TimeLimit(jdbc(), manager(), dialect, most);
  }

  SqlFailures failures() {
    return new SqlFailures(book());
  }

  SqlAccounts accounts() {
    return new SqlAccounts(book());
  }

  JdbcUnitOfWork work() {
    return new JdbcUnitOfWork(manager());
  }

  Journal journal() throws IOException {
    return Journal.start(source(), manager(), home(), mapper, Drill.NONE);
  }

  /** Runs a claim as camel-sql would. */
  List<Map<String, Object>> claim(String name) throws IOException {
    return jdbc().sql(statement(name)).query().listOfRows();
  }

  /** The query within a claim that finds the row. */
  String claimed(String name) throws IOException {
    String claim = statement(name);
    int from = claim.indexOf("in (") + "in (".length();
    return claim.substring(from, claim.indexOf("fetch first 1 rows only", from))
        + "fetch first 1 rows only";
  }

  private String statement(String name) throws IOException {
    String file = "/sql/" + dialect.folder() + "/claim-" + name + ".sql";
    try (InputStream sql = StoreFixture.class.getResourceAsStream(file)) {
      if (sql == null) {
        throw new IOException("no " + file);
      }
      return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
