package cn.baosong.store;

import cn.baosong.core.call.CallId;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.dossier.PaperRecord;
import cn.baosong.desk.Act;
import cn.baosong.desk.Papers;
import java.time.Instant;
import java.util.List;

/** The mail room's register in SQL. */
public final class SqlPapers implements Papers {
  private final Book book;

  public SqlPapers(Book book) {
    this.book = book;
  }

  @Override
  public List<PaperRecord> ofUnit(CallId call, UnitCode unit) {
    return book
        .jdbc()
        .sql("select doc from paper where call_id = ? and unit_code = ? order by number")
        .params(call.value(), unit.value())
        .query(String.class)
        .list()
        .stream()
        .map(doc -> book.docs().read(doc, PaperRecord.class))
        .toList();
  }

  @Override
  public void save(PaperRecord paper, Act act) {
    Row row = row(paper, book.now());
    book.together(
        () -> {
          if (exists(row.key())) {
            book.update(row, "1 = 1", act);
          } else {
            book.insert(row, act);
          }
        });
  }

  /** What was sent on to another office is found by its number alone: it bears on nothing here. */
  static Row row(PaperRecord paper, Instant now) {
    boolean here = !paper.isForwarded();
    Columns columns =
        new Columns()
            .with("call_id", here ? paper.call().value() : "")
            .with("unit_code", here ? paper.unit().value() : "")
            .maybe("ended", paper.ending().map(ending -> ending.kind().name()))
            .with("awaits_second", paper.awaitsSecond())
            .with("item", paper.parcel().itemKey())
            .firstAt("registered_at", now);
    return new Row(Table.PAPER, paper.number().value(), paper, columns);
  }

  private boolean exists(String number) {
    return book.jdbc()
        .sql("select 1 from paper where number = ?")
        .param(number)
        .query(Integer.class)
        .optional()
        .isPresent();
  }
}
