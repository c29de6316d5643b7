package cn.baosong.store;

import cn.baosong.core.call.CallId;
import cn.baosong.desk.Act;
import cn.baosong.desk.draft.Draft;
import cn.baosong.desk.draft.Drafts;
import java.util.List;
import java.util.Optional;

/** The drafts of calls in SQL. */
public final class SqlDrafts implements Drafts {
  private final Book book;

  public SqlDrafts(Book book) {
    this.book = book;
  }

  @Override
  public Optional<Draft> open(CallId call) {
    return book.jdbc()
        .sql("select doc from call_draft where open_key = ?")
        .param(call.value())
        .query(String.class)
        .optional()
        .map(doc -> book.docs().read(doc, Draft.class));
  }

  @Override
  public List<Draft> open() {
    return book
        .jdbc()
        .sql("select doc from call_draft where open_key > '' order by open_key")
        .query(String.class)
        .list()
        .stream()
        .map(doc -> book.docs().read(doc, Draft.class))
        .toList();
  }

  @Override
  public void save(Draft draft, Act act) {
    if (draft.version() == 1) {
      book.insert(row(draft), act);
    } else {
      book.update(row(draft), "version = " + (draft.version() - 1), act);
    }
  }

  static Row row(Draft draft) {
    Columns columns =
        new Columns()
            .with("call_id", draft.call().value())
            .maybe(
                "open_key", Optional.of(draft.call().value()).filter(id -> draft.state().isOpen()))
            .with("state", draft.state().name())
            .at("saved_at", draft.savedAt())
            .with("version", draft.version());
    return new Row(Table.CALL_DRAFT, draft.id(), draft, columns);
  }
}
