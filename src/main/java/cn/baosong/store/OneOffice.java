package cn.baosong.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * That one office numbers the events of a database, whatever its home: two would write two
 * histories. On PostgreSQL an advisory lock, which ends with the connection that took it; H2 locks
 * its file by itself.
 */
final class OneOffice implements AutoCloseable {
  private static final String KEY = "(hashtext('baosong'), hashtext(current_schema()))";
  private static final Logger LOG = LoggerFactory.getLogger(OneOffice.class);
  private static final int SECONDS = 5;

  /** The server gives up a connection whose office is gone after half a minute, not two hours. */
  private static final String NOTICED =
      "set tcp_keepalives_idle = 15; set tcp_keepalives_interval = 5; set tcp_keepalives_count = 3";

  private final DataSource source;
  private final boolean isServer;
  private @Nullable Connection holding;

  private OneOffice(DataSource source, Dialect dialect) {
    this.source = source;
    this.isServer = dialect == Dialect.POSTGRESQL;
  }

  /**
   * @throws AnotherProcess when another works with the database
   */
  static OneOffice of(DataSource source, Dialect dialect) {
    OneOffice office = new OneOffice(source, dialect);
    office.confirm();
    return office;
  }

  /**
   * Takes the lock again when the connection that held it was lost.
   *
   * @throws AnotherProcess when another took it meanwhile
   * @throws IllegalStateException when the database cannot be reached
   */
  void confirm() {
    try {
      if (isServer && !isHeld()) {
        close();
        holding = taken();
      }
    } catch (SQLException lost) {
      throw new IllegalStateException("the database cannot be reached", lost);
    }
  }

  private boolean isHeld() throws SQLException {
    Connection held = holding;
    return held != null && held.isValid(SECONDS);
  }

  private Connection taken() throws SQLException {
    Connection connection = source.getConnection();
    boolean mine = false;
    try (Statement statement = connection.createStatement()) {
      statement.execute(NOTICED);
      mine = told(connection, "select pg_try_advisory_lock" + KEY);
    } finally {
      if (!mine) {
        connection.close();
      }
    }
    if (!mine) {
      throw new AnotherProcess("数据库 the database");
    }
    return connection;
  }

  private static boolean told(Connection connection, String question) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(question)) {
      return answer.next() && answer.getBoolean(1);
    }
  }

  /** The connection goes back to its pool without the lock; one that is lost has none. */
  @Override
  public void close() {
    Connection held = holding;
    holding = null;
    if (held == null) {
      return;
    }
    try (held) {
      if (held.isValid(SECONDS)) {
        told(held, "select pg_advisory_unlock" + KEY);
      }
    } catch (SQLException gone) {
      LOG.debug("The connection was lost before it was let go", gone);
    }
  }
}
