package cn.baosong.store;

import cn.baosong.core.dossier.PaperNumber;
import cn.baosong.core.dossier.Stray;
import cn.baosong.desk.Act;
import cn.baosong.desk.Strays;
import java.util.List;
import java.util.Optional;

/** Parcels that nobody announced, in SQL. */
public final class SqlStrays implements Strays {
  private static final String WAITING = "WAITING";

  private final Book book;

  public SqlStrays(Book book) {
    this.book = book;
  }

  @Override
  public Optional<Stray> find(PaperNumber number) {
    return book.jdbc()
        .sql("select doc from stray where number = ?")
        .param(number.value())
        .query(String.class)
        .optional()
        .map(this::read);
  }

  @Override
  public List<Stray> waiting(int most) {
    return book
        .jdbc()
        .sql(
            "select doc from stray where state = ?"
                + " order by registered_at, number fetch first ? rows only")
        .params(WAITING, most)
        .query(String.class)
        .list()
        .stream()
        .map(this::read)
        .toList();
  }

  @Override
  public void save(Stray stray, Act act) {
    if (stray.version() == 1) {
      book.insert(row(stray), act);
    } else {
      book.update(row(stray), "version = " + (stray.version() - 1), act);
    }
  }

  static Row row(Stray stray) {
    Columns columns =
        new Columns()
            .with("state", stray.ending().map(e -> e.outcome().name()).orElse(WAITING))
            .firstAt("registered_at", stray.received())
            .with("version", stray.version());
    return new Row(Table.STRAY, stray.number().value(), stray, columns);
  }

  private Stray read(String doc) {
    return book.docs().read(doc, Stray.class);
  }
}
