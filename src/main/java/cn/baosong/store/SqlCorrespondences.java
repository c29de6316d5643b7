package cn.baosong.store;

import cn.baosong.core.submission.Channel;
import cn.baosong.core.submission.Correspondence;
import cn.baosong.core.submission.Mail;
import cn.baosong.core.submission.SubmissionNumber;
import cn.baosong.desk.Act;
import cn.baosong.desk.Correspondences;
import cn.baosong.desk.Page;
import cn.baosong.desk.Window;
import java.util.List;
import java.util.Optional;

/** The correspondence in SQL. */
public final class SqlCorrespondences implements Correspondences {
  private final Book book;

  public SqlCorrespondences(Book book) {
    this.book = book;
  }

  @Override
  public Optional<Correspondence> byReceipt(Channel channel, String nativeId) {
    return book.jdbc()
        .sql("select doc from correspondence where channel = ? and native_id = ?")
        .params(channel.name(), SqlSubmissions.ledgerKey(nativeId))
        .query(String.class)
        .optional()
        .map(this::read);
  }

  @Override
  public List<Correspondence> of(SubmissionNumber submission) {
    return book
        .jdbc()
        .sql(
            "select doc from correspondence where submission = ?"
                + " order by registered_at desc, id desc fetch first 200 rows only")
        .param(submission.value())
        .query(String.class)
        .list()
        .stream()
        .map(this::read)
        .toList();
  }

  @Override
  public Page<Correspondence> all(Optional<Mail.Kind> kind, Window window) {
    String select = "select doc, registered_at as place_at, id as place_id from correspondence";
    return new Listing(select, "registered_at", "id")
        .whereIs("kind", kind)
        .newestFirst(book.jdbc(), window, (row, number) -> read(row.getString("doc")));
  }

  @Override
  public long count() {
    return book.jdbc().sql("select count(*) from correspondence").query(Long.class).single();
  }

  @Override
  public void save(Correspondence correspondence, Act act) {
    book.insert(row(correspondence), act);
  }

  private Correspondence read(String doc) {
    return book.docs().read(doc, Correspondence.class);
  }

  static Row row(Correspondence kept) {
    Columns columns =
        new Columns()
            .with("channel", kept.arrival().channel().name())
            .with("native_id", SqlSubmissions.ledgerKey(kept.arrival().nativeId()))
            .with("digest", kept.arrival().digest().hex())
            .with("kind", kept.mail().kind().name())
            .maybe("letter", kept.letter())
            .maybe("submission", kept.submission())
            .at("registered_at", kept.arrival().registered());
    return new Row(Table.CORRESPONDENCE, kept.id(), kept, columns);
  }
}
