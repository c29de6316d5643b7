package cn.baosong.store;

import cn.baosong.core.dossier.Cover;
import cn.baosong.core.dossier.PaperNumber;
import cn.baosong.desk.Act;
import cn.baosong.desk.Covers;
import java.util.List;
import java.util.Optional;

/** The photos of covers in SQL. */
public final class SqlCovers implements Covers {
  private static final String OF_ITEM =
      "select c.doc, c.registered_at, c.id from cover c join paper p on p.item = c.item"
          + " where p.number = :parcel and p.item <> '' and c.parcel is null";
  private static final String WAITING =
      "select doc from cover c where c.parcel is null and not exists"
          + " (select 1 from paper p where p.item = c.item and p.item <> '')"
          + " order by registered_at, id fetch first :most rows only";

  private final Book book;

  public SqlCovers(Book book) {
    this.book = book;
  }

  @Override
  public Optional<Cover> find(String id) {
    return book.jdbc()
        .sql("select doc from cover where id = ?")
        .param(id)
        .query(String.class)
        .optional()
        .map(this::read);
  }

  @Override
  public List<Cover> of(PaperNumber parcel) {
    return book
        .jdbc()
        .sql(
            "select doc from (select doc, registered_at, id from cover where parcel = :parcel"
                + " union all "
                + OF_ITEM
                + ") photo order by registered_at, id")
        .param("parcel", parcel.value())
        .query(String.class)
        .list()
        .stream()
        .map(this::read)
        .toList();
  }

  @Override
  public List<Cover> waiting(int most) {
    return book.jdbc().sql(WAITING).param("most", most).query(String.class).list().stream()
        .map(this::read)
        .toList();
  }

  @Override
  public void save(Cover cover, Act act) {
    Row row = row(cover);
    book.together(
        () -> {
          if (find(cover.id()).isPresent()) {
            book.update(row, "1 = 1", act);
          } else {
            book.insert(row, act);
          }
        });
  }

  static Row row(Cover cover) {
    Columns columns =
        new Columns()
            .maybe("parcel", cover.parcel())
            .with("item", cover.item())
            .at("registered_at", cover.registered());
    return new Row(Table.COVER, cover.id(), cover, columns);
  }

  private Cover read(String doc) {
    return book.docs().read(doc, Cover.class);
  }
}
