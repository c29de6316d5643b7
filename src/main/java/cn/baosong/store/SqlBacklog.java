package cn.baosong.store;

import cn.baosong.desk.Backlog;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What waits, in one statement; each part walks the index that the claims of its step walk. */
public final class SqlBacklog implements Backlog {
  static final String ALL =
      String.join(
          " union all ",
          part(Step.SCREEN, "scan_since", "submission", "scan_since is not null"),
          part(Step.OPEN, "registered_at", "submission", "needs_opening = true"),
          assessed(),
          part(Step.LETTER, "due_at", "letter", due()),
          part(Step.MAIL, "due_at", "mailing", due()),
          part(Step.DELIVER, "due_at", "delivery", due()),
          part(Step.READ, "registered_at", "scan", "read_state = 'WAITING'"));

  private final JdbcClient jdbc;
  private final Clock office;
  private final Clock machine;

  /**
   * @param office by which records are registered
   * @param machine real time, by which letters are due
   */
  public SqlBacklog(JdbcClient jdbc, Clock office, Clock machine) {
    this.jdbc = jdbc;
    this.office = office;
    this.machine = machine;
  }

  private static String due() {
    return "state = 'WAITING' and due_at <= :now";
  }

  private static String part(Step step, String since, String table, String waits) {
    return ("select '%s' as step, count(*) as many, min(%s) as since,"
            + " count(failed_at) as failing, count(case when tries >= %d then 1 end) as parked"
            + " from %s where %s")
        .formatted(step, since, SqlFailures.PARKED_AFTER, table, waits);
  }

  /** A unit's case has no time of its own: its dossiers that are filed and not judged have one. */
  private static String assessed() {
    return ("select 'ASSESS', count(*), (select min(registered_at) from dossier"
            + " where state = 'RECEIVED'), count(failed_at), count(case when tries >= %d then 1 end)"
            + " from unit_call where waiting = true")
        .formatted(SqlFailures.PARKED_AFTER);
  }

  @Override
  public Map<Step, Waiting> steps() {
    Map<Step, Waiting> steps = new EnumMap<>(Step.class);
    jdbc.sql(ALL)
        .param("now", Columns.time(machine.instant()))
        .query(
            row -> {
              Step step = Step.valueOf(row.getString("step"));
              steps.put(step, waiting(row, clock(step).instant()));
            });
    return steps;
  }

  private Clock clock(Step step) {
    return switch (step) {
      case OPEN, ASSESS, READ -> office;
      case SCREEN, LETTER, MAIL, DELIVER -> machine;
    };
  }

  private static Waiting waiting(ResultSet row, Instant now) throws SQLException {
    Optional<Duration> age =
        Columns.instantIfAny(row, "since").map(since -> Duration.between(since, now));
    return new Waiting(
        row.getLong("many"),
        age.filter(duration -> !duration.isNegative()).orElse(Duration.ZERO),
        row.getLong("failing"),
        row.getLong("parked"));
  }
}
