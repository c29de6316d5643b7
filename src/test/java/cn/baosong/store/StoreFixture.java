package cn.baosong.store;

import cn.baosong.json.Json;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** A fresh database and home for each test, on H2 as a file or on an embedded PostgreSQL. */
final class StoreFixture implements BeforeEachCallback, AfterEachCallback {
  static final Instant NOW = Instant.parse("2020-04-01T02:00:00Z");
  private static @Nullable EmbeddedPostgres postgres;

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
    freshDatabase();
  }

  /** Begins with an empty database, as after a disk was lost. */
  void freshDatabase() throws SQLException, IOException {
    if (source != null) {
      source.close();
    }
    source = open(dialect == Dialect.H2 ? h2Url() : postgresUrl());
    if (dialect == Dialect.H2) {
      migrate(source);
    }
  }

  private String h2Url() {
    return "jdbc:h2:file:" + home().resolve(UUID.randomUUID().toString()) + ";WRITE_DELAY=0";
  }

  private static synchronized String postgresUrl() throws SQLException, IOException {
    if (postgres == null) {
      postgres = EmbeddedPostgres.builder().start();
      try (HikariDataSource first = open(postgres.getJdbcUrl("postgres", "postgres"))) {
        migrate(first);
      }
    }
    String name = "t" + UUID.randomUUID().toString().replace("-", "");
    try (Connection admin = postgres.getTemplateDatabase().getConnection();
        Statement create = admin.createStatement()) {
      create.execute("create database " + name + " template postgres");
    }
    return postgres.getJdbcUrl("postgres", name);
  }

  private static HikariDataSource open(String url) {
    HikariDataSource source = new HikariDataSource();
    source.setJdbcUrl(url);
    if (url.startsWith("jdbc:h2:")) {
      source.setUsername("sa");
      source.setPassword("");
    }
    source.setMaximumPoolSize(6);
    source.setMinimumIdle(0);
    return source;
  }

  private static void migrate(HikariDataSource source) {
    Flyway.configure().dataSource(source).load().migrate();
  }

  @Override
  public void afterEach(ExtensionContext context) throws Exception {
    source().close();
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

  SqlQueues queues() {
    return new SqlQueues(book());
  }

  SqlPapers papers() {
    return new SqlPapers(book());
  }

  SqlUnitCalls unitCalls() {
    return new SqlUnitCalls(jdbc(), manager());
  }

  JdbcUnitOfWork work() {
    return new JdbcUnitOfWork(manager());
  }

  Journal journal() throws IOException {
    return Journal.start(source(), manager(), home(), mapper);
  }

  /** Runs a claim as camel-sql would. */
  java.util.List<java.util.Map<String, Object>> claim(String name) throws IOException {
    String file = "/sql/" + dialect.folder() + "/claim-" + name + ".sql";
    try (java.io.InputStream sql = StoreFixture.class.getResourceAsStream(file)) {
      if (sql == null) {
        throw new IOException("no " + file);
      }
      return jdbc()
          .sql(new String(sql.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
          .query()
          .listOfRows();
    }
  }
}
