package cn.baosong.store;

import cn.baosong.desk.Routes.Queue;
import cn.baosong.desk.route.Backlogs;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What waits before the steps, in SQL: the rows that the claims in {@code sql/} would take, counted
 * by the same indexes and no further than anybody cares.
 */
public final class SqlBacklogs implements Backlogs {
  private static final String FREE =
      " and tries < "
          + SqlFailures.PARKED_AFTER
          + " and (lease_until is null or lease_until < current_timestamp)";

  private final JdbcClient jdbc;

  public SqlBacklogs(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Backlog> all() {
    return Arrays.stream(Queue.values()).map(this::of).toList();
  }

  Backlog of(Queue queue) {
    return jdbc.sql(question(queue))
        .query(
            (row, n) ->
                new Backlog(queue, row.getLong("waiting"), Columns.instantIfAny(row, "oldest")))
        .single();
  }

  /** A due time in the past is since when it waits; where there is none, nobody knows. */
  private static String question(Queue queue) {
    return switch (queue) {
      case OPENING -> counted("submission", "needs_opening = true", "", "needs_opening");
      case ASSESSMENT -> counted("unit_call", "waiting = true", "", "waiting");
      case READING -> counted("scan", "read_state = 'WAITING'", "", "read_state");
      case LETTERS -> due("letter");
      case MAIL -> due("mailing");
      case DELIVERY -> due("delivery");
    };
  }

  private static String due(String table) {
    return counted(
        table, "state = 'WAITING' and due_at <= current_timestamp", "due_at", "state, due_at");
  }

  private static String counted(String table, String waits, String since, String order) {
    String time = since.isEmpty() ? "cast(null as timestamp with time zone)" : since;
    return "select count(*) as waiting, min(since) as oldest from (select "
        + time
        + " as since from "
        + table
        + " where "
        + waits
        + FREE
        + " order by "
        + order
        + " fetch first "
        + Backlog.MOST
        + " rows only) waits";
  }
}
