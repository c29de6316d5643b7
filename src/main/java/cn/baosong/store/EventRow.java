package cn.baosong.store;

import cn.baosong.desk.Act;
import cn.baosong.desk.Records.Event;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** An event as a timeline shows it. */
final class EventRow {
  private EventRow() {}

  static Event of(ResultSet row) throws SQLException {
    long seq = row.getLong("seq");
    Optional<Long> journaled = row.wasNull() ? Optional.empty() : Optional.of(seq);
    Act act =
        new Act(
            Act.Kind.valueOf(row.getString("kind")),
            row.getString("actor"),
            row.getString("reason"));
    return new Event(journaled, Columns.instant(row, "at"), row.getString("subject"), act);
  }
}
