package crash;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** The database under the office: a file, or a server of its own that can be struck too. */
interface Database extends AutoCloseable {
  /** What the office is told of it. */
  List<String> settings();

  /** A way to read it while the office is down. */
  Connection read() throws IOException, SQLException;

  /** Ends leases of dead processes, as time would; tells nothing about anything else. */
  void expireLeases() throws SQLException;

  /** Kills one of the server's processes, so that it recovers from its log; false when it has none. */
  boolean strike(Random random);

  @Override
  void close() throws IOException;

  static Database of(String name, Path home) throws IOException {
    return switch (name) {
      case "h2" -> new H2(home);
      case "postgresql" -> new Postgresql(EmbeddedPostgres.start());
      default -> throw new IllegalArgumentException("database: h2 or postgresql, not " + name);
    };
  }

  /** Read from a copy: opening the file itself would already mend what a kill left. */
  record H2(Path home) implements Database {
    @Override
    public List<String> settings() {
      return List.of();
    }

    @Override
    public Connection read() throws IOException, SQLException {
      Path copy = Files.createDirectories(home.resolveSibling("copy"));
      try (Stream<Path> files = Files.list(home.resolve("db"))) {
        for (Path file : files.filter(f -> f.toString().endsWith(".mv.db")).toList()) {
          Files.copy(
              file,
              copy.resolve(file.getFileName().toString()),
              StandardCopyOption.REPLACE_EXISTING);
        }
      }
      return DriverManager.getConnection("jdbc:h2:file:" + copy.resolve("baosong"), "sa", "");
    }

    @Override
    public void expireLeases() {
      // the office does it itself at its start: no other can use the file
    }

    @Override
    public boolean strike(Random random) {
      return false;
    }

    @Override
    public void close() {
      // nothing runs
    }
  }

  /** PostgreSQL as shipped, with its own {@code fsync} on. */
  record Postgresql(EmbeddedPostgres server) implements Database {
    private static final Duration RECOVERY = Duration.ofMinutes(2);
    private static final Duration RETRY = Duration.ofMillis(200);
    private static final String RECOVERING = "57P03"; // cannot_connect_now

    @Override
    public List<String> settings() {
      return List.of(
          "--spring.datasource.url=" + server.getJdbcUrl("postgres", "postgres"),
          "--spring.datasource.username=postgres");
    }

    /** A server that was struck takes no one in before it has recovered. */
    @Override
    public Connection read() throws SQLException {
      long deadline = System.nanoTime() + RECOVERY.toNanos();
      while (true) {
        try {
          return server.getPostgresDatabase().getConnection();
        } catch (SQLException refused) {
          if (!RECOVERING.equals(refused.getSQLState()) || System.nanoTime() > deadline) {
            throw refused;
          }
          LockSupport.parkNanos(RETRY.toNanos());
        }
      }
    }

    @Override
    public void expireLeases() throws SQLException {
      try (Connection database = read();
          Statement update = database.createStatement()) {
        for (String table : List.of("submission", "unit_call", "letter")) {
          update.executeUpdate(
              "update " + table + " set lease_until = null where lease_until is not null");
        }
      }
    }

    @Override
    public boolean strike(Random random) {
      List<ProcessHandle> sessions =
          ProcessHandle.allProcesses()
              .filter(p -> p.info().command().orElse("").endsWith("/bin/postgres"))
              .filter(p -> p.parent().flatMap(this::port).isPresent())
              .toList();
      if (sessions.isEmpty()) {
        return false;
      }
      return sessions.get(random.nextInt(sessions.size())).destroyForcibly();
    }

    /** Whether a process is the head of this very server. */
    private Optional<String> port(ProcessHandle head) {
      return head.info()
          .arguments()
          .map(List::of)
          .filter(words -> words.contains(String.valueOf(server.getPort())))
          .map(words -> words.get(0));
    }

    @Override
    public void close() throws IOException {
      server.close();
    }
  }
}
