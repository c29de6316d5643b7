package cn.baosong.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The journal's view of the event table. */
final class JournalRows {
  private static final String COLUMNS = "id, at, kind, record, subject, actor, reason, doc";
  private static final String EVENT = "select " + COLUMNS + " from event";

  private final JdbcClient jdbc;
  private final TransactionTemplate work;
  private final Optional<String> checkpoint;

  JournalRows(JdbcClient jdbc, PlatformTransactionManager manager, Dialect dialect) {
    this.jdbc = jdbc;
    this.work = new TransactionTemplate(manager);
    this.checkpoint = dialect.checkpoint();
  }

  /** The number and hash that an event was given. */
  record Link(long seq, UUID id, String hash) {}

  /** Committed events that have no number yet, in the order in which they were written. */
  List<UUID> waiting(int most) {
    return jdbc.sql("select id from event where seq is null order by ord fetch first ? rows only")
        .param(most)
        .query(UUID.class)
        .list();
  }

  void checkpoint() {
    checkpoint.ifPresent(sql -> jdbc.sql(sql).update());
  }

  List<JournalLine.Event> events(List<UUID> ids) {
    return jdbc.sql(EVENT + " where id in (:ids) order by ord")
        .param("ids", ids)
        .query((row, n) -> event(row))
        .list();
  }

  void number(List<Link> links) {
    work.executeWithoutResult(
        status -> {
          for (Link link : links) {
            int changed =
                jdbc.sql("update event set seq = ?, hash = ? where id = ?")
                    .params(link.seq(), link.hash(), link.id())
                    .update();
            if (changed != 1) {
              throw new IllegalStateException("event " + link.id() + " is gone");
            }
          }
        });
  }

  /** The last event that has a number. */
  Optional<Link> last() {
    return link(
        jdbc.sql("select seq, id, hash from event where seq = (select max(seq) from event)"));
  }

  /** The event as it was numbered, with its link. */
  Optional<JournalLine.Event> numbered(long seq) {
    return jdbc.sql(EVENT + " where seq = ?").param(seq).query((row, n) -> event(row)).optional();
  }

  /** The same of a few in a row, both ends included. */
  Map<Long, JournalLine.Event> numbered(long first, long last) {
    Map<Long, JournalLine.Event> events = new HashMap<>();
    jdbc.sql("select seq, " + COLUMNS + " from event where seq >= ? and seq <= ?")
        .params(first, last)
        .query(
            row -> {
              events.put(row.getLong("seq"), event(row));
            });
    return events;
  }

  Optional<Link> link(long seq) {
    return link(jdbc.sql("select seq, id, hash from event where seq = ?").param(seq));
  }

  boolean holds(UUID id) {
    return jdbc.sql("select 1 from event where id = ?")
        .param(id)
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  private static Optional<Link> link(StatementSpec query) {
    return query
        .query(
            (row, n) ->
                new Link(
                    row.getLong("seq"), row.getObject("id", UUID.class), row.getString("hash")))
        .optional();
  }

  private static JournalLine.Event event(ResultSet row) throws SQLException {
    return new JournalLine.Event(
        row.getObject("id", UUID.class),
        Columns.instant(row, "at"),
        row.getString("kind"),
        Table.valueOf(row.getString("record")),
        row.getString("subject"),
        row.getString("actor"),
        row.getString("reason"),
        row.getString("doc"));
  }
}
