package cn.baosong.config;

import cn.baosong.desk.Drill;
import cn.baosong.desk.Season;
import cn.baosong.json.Json;
import cn.baosong.store.FileArchive;
import cn.baosong.store.Journal;
import cn.baosong.store.Schema;
import cn.baosong.store.SqlSeason;
import cn.baosong.store.Verification;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * What an office left on disk, looked at without starting it: archive, journal, letters, and the
 * database.
 */
public final class StoredOffice {
  private static final String READ_ONLY = ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r";
  private static final String[] TABLES = {"TABLE"};
  private static final int CONNECTIONS = 3;
  private static final int PATIENCE_MILLIS = 5000;

  private final Path home;
  private final Optional<Login> login;

  /**
   * @param home {@code baosong.home}
   * @param login another database than the one under {@code home}
   */
  public StoredOffice(Path home, Optional<Login> login) {
    this.home = home;
    this.login = login;
  }

  /** Where a database of one's own is reached. */
  public record Login(String url, String user, String password) {}

  /**
   * What was proven.
   *
   * @param acts of the journal
   * @param originals in the archive that belong to a submission
   * @param faults what is not as it should be, one sentence each
   */
  public record Proof(long acts, long originals, List<String> faults) {
    public boolean sound() {
      return faults.isEmpty();
    }
  }

  /** The database cannot be used as it is asked; the message says what to do, in both languages. */
  public static final class Unusable extends Exception {
    private static final long serialVersionUID = 1L;

    Unusable(String zh, String en, Throwable cause) {
      super(zh + System.lineSeparator() + en, cause);
    }

    Unusable(String zh, String en) {
      super(zh + System.lineSeparator() + en);
    }
  }

  /**
   * Compares archive, journal, letters and database; only reads.
   *
   * @throws Unusable when the database cannot be opened
   * @throws IOException when the archive cannot be read
   */
  public Proof verify() throws IOException, Unusable {
    requirePresent();
    try (HikariDataSource source = source(EmbeddedFile.url(home) + READ_ONLY)) {
      reach(source);
      Verification.Result result =
          new Verification(
                  source,
                  new JdbcTransactionManager(source),
                  FileArchive.inUse(home, Json.mapper()),
                  home,
                  Json.mapper())
              .run();
      return new Proof(result.acts(), result.originals(), result.faults());
    }
  }

  /**
   * Lends the stored season to be read; neither database nor files are written to.
   *
   * @throws Unusable when the database cannot be opened
   */
  public void read(Consumer<Season> reader) throws Unusable {
    requirePresent();
    try (HikariDataSource source = source(EmbeddedFile.url(home) + READ_ONLY)) {
      source.setReadOnly(true);
      reach(source);
      reader.accept(new SqlSeason(JdbcClient.create(source), Json.mapper()));
    }
  }

  private void requirePresent() throws Unusable {
    if (login.isEmpty() && !Files.exists(EmbeddedFile.of(home))) {
      throw new Unusable(
          EmbeddedFile.of(home) + " 没有数据库；启动本办，或者用 verify --rebuild，即由存档和日志重建。",
          "No database there; start the office, or use verify --rebuild: archive and journal"
              + " rebuild it.");
    }
  }

  /**
   * Makes the database anew from journal and archive. An embedded one is put aside, never deleted;
   * another must be empty.
   *
   * @return where the old one was put, if there was one
   * @throws Unusable when the office is running, or the other database is not empty
   * @throws IOException when the journal is broken; the old database is back in its place then
   */
  public Optional<Path> rebuild() throws IOException, Unusable {
    if (login.isPresent()) {
      try (HikariDataSource source = source("")) {
        requireEmpty(source);
        fill(source);
        return Optional.empty();
      }
    }
    EmbeddedFile file = new EmbeddedFile(home);
    Optional<Path> aside = file.putAside();
    try (HikariDataSource source = source(EmbeddedFile.url(home))) {
      fill(source);
    } catch (IOException | RuntimeException broken) {
      file.putBack(aside);
      throw broken;
    }
    return aside;
  }

  private void fill(DataSource source) throws IOException {
    Schema.migrate(Flyway.configure().dataSource(source).load());
    Journal.start(source, new JdbcTransactionManager(source), home, Json.mapper(), Drill.NONE)
        .close();
  }

  /** Holds its connections, since H2 closes a file with the last one. */
  private HikariDataSource source(String embedded) {
    Login to = login.orElse(new Login(embedded, "sa", ""));
    HikariDataSource source = new HikariDataSource();
    source.setJdbcUrl(to.url());
    source.setUsername(to.user());
    source.setPassword(to.password());
    source.setMaximumPoolSize(CONNECTIONS);
    source.setConnectionTimeout(PATIENCE_MILLIS);
    source.setInitializationFailTimeout(-1);
    return source;
  }

  /**
   * A connection beside the pool waits as long as a large file takes to open, and fails at once
   * when another process has it.
   */
  private static void reach(HikariDataSource source) throws Unusable {
    try (Connection first =
            DriverManager.getConnection(
                source.getJdbcUrl(), source.getUsername(), source.getPassword());
        Connection pooled = source.getConnection()) {
      first.isValid(1);
      pooled.isValid(1);
    } catch (SQLException e) {
      Throwable why = e.getCause() == null ? e : e.getCause();
      throw new Unusable(
          "数据库打不开（" + why.getMessage() + "）。内嵌数据库只能由一个进程打开：先停止本办；用其他数据库时请给 --url。",
          "The database does not open. An embedded one serves one process only: stop the office;"
              + " for another database use --url.",
          e);
    }
  }

  private static void requireEmpty(HikariDataSource source) throws Unusable {
    reach(source);
    try (Connection connection = source.getConnection();
        ResultSet tables =
            connection.getMetaData().getTables(null, connection.getSchema(), "%", TABLES)) {
      if (tables.next()) {
        throw new Unusable(
            "只能重建到空的数据库里；这一个已有表：" + tables.getString("TABLE_NAME"),
            "A database is rebuilt into an empty one only; this one has tables.");
      }
    } catch (SQLException e) {
      throw new Unusable("数据库读不出：" + e.getMessage(), "The database cannot be read.", e);
    }
  }
}
