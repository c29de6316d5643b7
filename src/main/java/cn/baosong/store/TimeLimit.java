package cn.baosong.store;

import cn.baosong.desk.Refusal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Ends a question of a person that would keep the database busy for too long. */
public final class TimeLimit {
  /** SQLSTATE of a statement that was cancelled, in both databases. */
  private static final String CANCELLED = "57014";

  private final JdbcClient jdbc;
  private final TransactionTemplate work;
  private final Dialect dialect;
  private final Duration most;

  /**
   * @param most that one statement may take
   */
  public TimeLimit(
      JdbcClient jdbc, PlatformTransactionManager manager, Dialect dialect, Duration most) {
    this.jdbc = jdbc;
    this.work = new TransactionTemplate(manager);
    this.work.setReadOnly(true);
    this.dialect = dialect;
    this.most = most;
  }

  /**
   * @throws Refusal when a statement of the question took too long
   */
  <T> T within(Supplier<T> question) {
    try {
      return Objects.requireNonNull(work.execute(status -> limited(question)));
    } catch (DataAccessException failure) {
      if (isCancelled(failure)) {
        throw Refusal.invalid(
            "q",
            "这样查找费时太久，已停止。请写得更确切，或再选通知、渠道、日期。",
            "This search took too long and was stopped. Say more, or choose a call, a channel or"
                + " days as well.");
      }
      throw failure;
    }
  }

  private <T> T limited(Supplier<T> question) {
    jdbc.sql(dialect.timeLimit(most.toMillis())).update();
    try {
      return question.get();
    } finally {
      dialect.noTimeLimit().ifPresent(sql -> jdbc.sql(sql).update());
    }
  }

  private static boolean isCancelled(DataAccessException failure) {
    return failure.getMostSpecificCause() instanceof SQLException sql
        && CANCELLED.equals(sql.getSQLState());
  }
}
