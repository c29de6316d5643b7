package cn.baosong.store;

import cn.baosong.core.decision.QueueEntry;
import cn.baosong.core.dossier.DossierNumber;
import cn.baosong.desk.Act;
import cn.baosong.desk.Queues;
import java.util.Optional;
import java.util.UUID;

/** The departments' queues in SQL. */
public final class SqlQueues implements Queues {
  private final Book book;

  public SqlQueues(Book book) {
    this.book = book;
  }

  @Override
  public Optional<QueueEntry> find(DossierNumber dossier) {
    return book.jdbc()
        .sql("select doc from queue_entry where dossier = ?")
        .param(dossier.value())
        .query(String.class)
        .optional()
        .map(doc -> book.docs().read(doc, QueueEntry.class));
  }

  @Override
  public void save(QueueEntry entry, Act act) {
    Row row = row(entry);
    UUID event = UUID.randomUUID();
    book.together(
        () -> {
          if (find(entry.dossier()).isPresent()) {
            book.update(row, Guard.stateIn(entry.state().predecessors()), act, event);
          } else {
            book.insert(row, act, event);
          }
          SqlConsignments.follow(book.jdbc(), entry, event);
        });
  }

  static Row row(QueueEntry entry) {
    Columns columns =
        new Columns()
            .with("department", entry.department())
            .with("state", entry.state().name())
            .at("since", entry.since());
    return new Row(Table.QUEUE_ENTRY, entry.dossier().value(), entry, columns);
  }
}
