package cn.baosong.store;

import cn.baosong.core.dossier.Original;
import cn.baosong.core.dossier.PaperNumber;
import cn.baosong.desk.Act;
import cn.baosong.desk.Originals;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The custody log of originals in SQL. */
public final class SqlOriginals implements Originals {
  private final Book book;

  public SqlOriginals(Book book) {
    this.book = book;
  }

  @Override
  public Optional<Original> find(String id) {
    return book.jdbc()
        .sql("select doc from original where id = ?")
        .param(id)
        .query(String.class)
        .optional()
        .map(this::read);
  }

  @Override
  public List<Original> of(PaperNumber parcel) {
    return book
        .jdbc()
        .sql("select doc from original where parcel = ? order by id")
        .param(parcel.value())
        .query(String.class)
        .list()
        .stream()
        .map(this::read)
        .toList();
  }

  @Override
  public List<Original> out(int most) {
    return Stream.of(Original.State.LENT, Original.State.KEPT)
        .flatMap(
            state ->
                book
                    .jdbc()
                    .sql(
                        "select doc from original where state = ?"
                            + " order by registered_at desc, id desc fetch first ? rows only")
                    .params(state.name(), most)
                    .query(String.class)
                    .list()
                    .stream())
        .map(this::read)
        .toList();
  }

  @Override
  public void save(Original original, Act act) {
    if (original.version() == 1) {
      book.insert(row(original), act);
    } else {
      book.update(row(original), "version = " + (original.version() - 1), act);
    }
  }

  static Row row(Original original) {
    Columns columns =
        new Columns()
            .with("parcel", original.parcel().value())
            .with("call_id", original.call().value())
            .with("unit_code", original.unit().value())
            .with("state", original.state().name())
            .firstAt("registered_at", original.moves().get(0).at())
            .with("version", original.version());
    return new Row(Table.ORIGINAL, original.id(), original, columns);
  }

  private Original read(String doc) {
    return book.docs().read(doc, Original.class);
  }
}
