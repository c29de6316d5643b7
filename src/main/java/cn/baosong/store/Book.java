package cn.baosong.store;

import cn.baosong.desk.Act;
import cn.baosong.desk.StaleRecord;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The book of the office: the one place that writes a record's row, and it never writes one without
 * its event. The row goes first: its lock puts the events of one record into their order.
 */
public final class Book {
  private static final String EVENT =
      "insert into event (id, at, kind, record, subject, actor, reason, doc)"
          + " values (:id, :at, :kind, :record, :subject, :actor, :reason, :doc)";

  private final JdbcClient jdbc;
  private final Docs docs;
  private final Clock clock;
  private final TransactionTemplate work;

  /**
   * @param manager its transactions hold row and event together
   * @param clock the office's clock
   */
  public Book(
      JdbcClient jdbc, PlatformTransactionManager manager, ObjectMapper mapper, Clock clock) {
    this.jdbc = jdbc;
    this.docs = new Docs(mapper);
    this.clock = clock;
    this.work = new TransactionTemplate(manager);
  }

  JdbcClient jdbc() {
    return jdbc;
  }

  Docs docs() {
    return docs;
  }

  Instant now() {
    return clock.instant();
  }

  /** Enters a new record. */
  void insert(Row row, Act act) {
    insert(row, act, UUID.randomUUID());
  }

  void insert(Row row, Act act, UUID event) {
    String doc = docs.write(row.state());
    write(row, row.insertion(jdbc, doc), doc, new Entry(event, act));
  }

  /**
   * Changes a record.
   *
   * @param guard SQL condition on the row as it is; of constants, never of input
   */
  void update(Row row, String guard, Act act) {
    update(row, guard, act, UUID.randomUUID());
  }

  void update(Row row, String guard, Act act, UUID event) {
    String doc = docs.write(row.state());
    write(row, row.change(jdbc, doc, guard), doc, new Entry(event, act));
  }

  /** An act that changes no record, such as a replaced registry. */
  void note(String subject, Object state, Act act) {
    together(
        () -> enter(Table.NONE, subject, docs.write(state), new Entry(UUID.randomUUID(), act)));
  }

  /** One transaction, joining one that is under way. */
  void together(Runnable writes) {
    work.executeWithoutResult(status -> writes.run());
  }

  private record Entry(UUID id, Act act) {}

  private void write(Row row, StatementSpec statement, String doc, Entry entry) {
    try {
      together(
          () -> {
            StateCounts.follow(
                jdbc,
                row,
                () -> {
                  if (statement.update() != 1) {
                    throw new StaleRecord(row.key() + " was changed by someone else");
                  }
                });
            enter(row.table(), row.key(), doc, entry);
          });
    } catch (DuplicateKeyException e) {
      throw new StaleRecord(row.key() + " conflicts with another record", e);
    }
  }

  private void enter(Table table, String subject, String doc, Entry entry) {
    jdbc.sql(EVENT)
        .param("id", entry.id())
        .param("at", Columns.time(clock.instant()))
        .param("kind", entry.act().kind().name())
        .param("record", table.name())
        .param("subject", Columns.clean(subject, 300))
        .param("actor", Columns.clean(entry.act().by(), 200))
        .param("reason", Columns.clean(entry.act().reason(), 8000))
        .param("doc", doc)
        .update();
  }
}
