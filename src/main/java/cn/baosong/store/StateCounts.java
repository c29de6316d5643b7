package cn.baosong.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * How many records stand in each state, kept beside them: each change of a record adds rows of its
 * own, so that no two acts wait for one counter.
 */
final class StateCounts {
  private static final String KEPT =
      "(select of_table, call_id, part, state, many from state_count where of_table = :table%1$s"
          + " union all select of_table, call_id, part, state, many from state_change"
          + " where of_table = :table%1$s) kept";

  static final String RECEIPT = "RECEIPT";

  /** What is counted, from the records themselves. */
  static final List<String> COUNTED =
      List.of(
          "select 'SUBMISSION' as of_table, coalesce(call_id, '') as call_id, channel as part,"
              + " state, count(*) as many from submission"
              + " group by coalesce(call_id, ''), channel, state",
          "select 'DOSSIER', call_id, hand, state, count(*) from dossier"
              + " group by call_id, hand, state",
          "select 'QUEUE_ENTRY', '', department, state, count(*) from queue_entry"
              + " group by department, state",
          "select 'RECEIPT', '', channel, '', count(*) from receipt group by channel");

  private StateCounts() {}

  /**
   * Where a record is counted.
   *
   * @param call empty where it has none
   * @param part channel of a submission or a receipt, hand of a dossier, department of an entry
   * @param state empty for what has none
   */
  record Place(String table, String call, String part, String state) {
    static Place receipt(String channel) {
      return new Place(RECEIPT, "", channel, "");
    }

    static Place of(ResultSet row) throws SQLException {
      return new Place(
          row.getString("of_table"),
          row.getString("call_id"),
          row.getString("part"),
          row.getString("state"));
    }
  }

  /** Runs what writes a row, and counts the record where it stands then. */
  static void follow(JdbcClient jdbc, Row row, Runnable write) {
    Optional<String> part = part(row.table());
    if (part.isEmpty()) {
      write.run();
      return;
    }
    Optional<Place> before = before(jdbc, row, part.get());
    write.run();
    Place now = now(row, part.get());
    if (!before.equals(Optional.of(now))) {
      before.ifPresent(place -> add(jdbc, place, -1));
      add(jdbc, now, 1);
    }
  }

  static void add(JdbcClient jdbc, Place place, long many) {
    jdbc.sql(
            "insert into state_change (of_table, call_id, part, state, many)"
                + " values (?, ?, ?, ?, ?)")
        .params(place.table(), place.call(), place.part(), place.state(), many)
        .update();
  }

  /** By state, of one call and one part where they are given; what is nought may be missing. */
  static Map<String, Long> byState(
      JdbcClient jdbc, String table, Optional<String> call, Optional<String> part) {
    String narrow =
        call.map(c -> " and call_id = :call").orElse("")
            + part.map(p -> " and part = :part").orElse("");
    StatementSpec query =
        jdbc.sql(
                "select state, sum(many) as many from "
                    + KEPT.formatted(narrow)
                    + " group by state having sum(many) <> 0")
            .param("table", table);
    call.ifPresent(c -> query.param("call", c));
    part.ifPresent(p -> query.param("part", p));
    Map<String, Long> counts = new LinkedHashMap<>();
    query.query(
        row -> {
          counts.put(row.getString("state"), row.getLong("many"));
        });
    return counts;
  }

  static <E extends Enum<E>> Map<E, Long> by(Class<E> states, Map<String, Long> counts) {
    Map<E, Long> byState = new EnumMap<>(states);
    counts.forEach((state, many) -> byState.put(Enum.valueOf(states, state), many));
    return byState;
  }

  /** Every count of a table that is not nought. */
  static Map<Place, Long> all(JdbcClient jdbc, String table) {
    Map<Place, Long> counts = new LinkedHashMap<>();
    jdbc.sql(
            "select of_table, call_id, part, state, sum(many) as many from "
                + KEPT.formatted("")
                + " group by of_table, call_id, part, state having sum(many) <> 0"
                + " order by call_id, part, state")
        .param("table", table)
        .query(
            row -> {
              counts.put(Place.of(row), row.getLong("many"));
            });
    return counts;
  }

  /** The column beside call and state that a table is counted by; empty when it is not counted. */
  private static Optional<String> part(Table table) {
    return switch (table) {
      case SUBMISSION -> Optional.of("channel");
      case DOSSIER -> Optional.of("hand");
      case QUEUE_ENTRY -> Optional.of("department");
      case DECISION,
          PAPER,
          LETTER,
          MAILING,
          DELIVERY,
          SCAN,
          PENDING_RULING,
          SENDER_BINDING,
          CONTACT,
          CALL_DRAFT,
          CORRESPONDENCE,
          OUTAGE,
          COVER,
          ORIGINAL,
          STRAY,
          NONE ->
          Optional.empty();
    };
  }

  private static boolean isOfCall(Table table) {
    return table != Table.QUEUE_ENTRY;
  }

  /** Where the row counted so far; it is locked, so that nobody moves it meanwhile. */
  private static Optional<Place> before(JdbcClient jdbc, Row row, String part) {
    String call = isOfCall(row.table()) ? "coalesce(call_id, '')" : "''";
    return jdbc.sql(
            "select '%s' as of_table, %s as call_id, %s as part, state from %s where %s = ? for update"
                .formatted(row.table(), call, part, row.table().sqlName(), row.table().key()))
        .param(row.key())
        .query((found, n) -> Place.of(found))
        .optional();
  }

  private static Place now(Row row, String part) {
    Map<String, ?> values = row.columns().values();
    Object call = isOfCall(row.table()) ? values.get("call_id") : null;
    return new Place(
        row.table().name(),
        call == null ? "" : call.toString(),
        Objects.requireNonNull(values.get(part)).toString(),
        Objects.requireNonNull(values.get("state")).toString());
  }
}
