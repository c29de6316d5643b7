package cn.baosong.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** The two databases, and the little that differs between them. */
public enum Dialect {
  H2("h2", "checkpoint sync"),
  POSTGRESQL("postgresql", "");

  private final String folder;
  private final String checkpoint;

  Dialect(String folder, String checkpoint) {
    this.folder = folder;
    this.checkpoint = checkpoint;
  }

  /**
   * @throws IllegalStateException when it is neither, or cannot be reached
   */
  public static Dialect of(DataSource source) {
    try (Connection connection = source.getConnection()) {
      String product = connection.getMetaData().getDatabaseProductName();
      return switch (product) {
        case "H2" -> H2;
        case "PostgreSQL" -> POSTGRESQL;
        default -> throw new IllegalStateException("neither H2 nor PostgreSQL: " + product);
      };
    } catch (SQLException e) {
      throw new IllegalStateException("the database cannot be reached", e);
    }
  }

  /** The folder below {@code sql/} that holds this database's claims. */
  public String folder() {
    return folder;
  }

  /** Lets the statements that follow in this transaction take so long and no longer. */
  String timeLimit(long millis) {
    return switch (this) {
      case H2 -> "set query_timeout " + millis;
      case POSTGRESQL -> "set local statement_timeout = " + millis;
    };
  }

  /** Takes the limit back; empty where it ends with the transaction. H2 ties it to the session. */
  Optional<String> noTimeLimit() {
    return this == H2 ? Optional.of("set query_timeout 0") : Optional.empty();
  }

  /**
   * What makes commits durable; empty when a commit is durable by itself. H2 answers a commit
   * before it is on disk (house.md 3).
   */
  Optional<String> checkpoint() {
    return Optional.of(checkpoint).filter(c -> !c.isEmpty());
  }
}
