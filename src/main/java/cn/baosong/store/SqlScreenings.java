package cn.baosong.store;

import cn.baosong.core.submission.SubmissionNumber;
import cn.baosong.desk.MalwareScanner.Verdict;
import cn.baosong.desk.Screenings;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who waits for the scanner, in SQL. It is work and no record: not journaled, and found out anew
 * when the database is rebuilt.
 */
public final class SqlScreenings implements Screenings {
  private static final String UNANSWERED = "scan_cause = '" + Verdict.Kind.UNANSWERED + "'";

  private final JdbcClient jdbc;

  public SqlScreenings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The try does not count among those after which opening is left to a person. */
  @Override
  public void await(SubmissionNumber number, Verdict why) {
    String pause =
        why.kind() == Verdict.Kind.TOO_LARGE
            ? "interval '1' hour"
            : "least(5 * (scan_tries + 1) * (scan_tries + 1), 600) * interval '1' second";
    jdbc.sql(
            "update submission set scan_since = coalesce(scan_since, current_timestamp),"
                + " scan_cause = :cause, scan_reason = :reason, scan_tries = scan_tries + 1,"
                + " tries = case when tries > 0 then tries - 1 else 0 end,"
                + " lease_until = current_timestamp + "
                + pause
                + " where number = :number and needs_opening = true")
        .param("cause", why.kind().name())
        .param("reason", Columns.clean(why.detail(), 1000))
        .param("number", number.value())
        .update();
  }

  @Override
  public void passed(SubmissionNumber number) {
    jdbc.sql(
            "update submission set scan_since = null, scan_cause = null, scan_reason = null,"
                + " scan_tries = 0 where number = ? and scan_since is not null")
        .param(number.value())
        .update();
  }

  @Override
  public void retry(SubmissionNumber number) {
    jdbc.sql("update submission set lease_until = null where number = ?")
        .param(number.value())
        .update();
  }

  @Override
  public void retryUnanswered() {
    jdbc.sql("update submission set lease_until = null, scan_tries = 0 where " + UNANSWERED)
        .update();
  }

  @Override
  public boolean isWaiting(SubmissionNumber number) {
    return jdbc.sql("select count(*) from submission where number = ? and scan_since is not null")
            .param(number.value())
            .query(Long.class)
            .single()
        > 0;
  }

  @Override
  public Waiting waiting() {
    return jdbc.sql(
            "select count(*) as many, min(scan_since) as since from submission"
                + " where scan_since is not null")
        .query((row, n) -> new Waiting(row.getLong("many"), Columns.instantIfAny(row, "since")))
        .single();
  }
}
