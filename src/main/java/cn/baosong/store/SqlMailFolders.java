package cn.baosong.store;

import cn.baosong.core.submission.Outage;
import cn.baosong.desk.Act;
import cn.baosong.desk.MailFolders;
import cn.baosong.desk.StaleRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;

/** The folders of the mailboxes in SQL. */
public final class SqlMailFolders implements MailFolders {
  private final Book book;

  public SqlMailFolders(Book book) {
    this.book = book;
  }

  @Override
  public Looked looked(String mailbox, String folder) {
    return book.jdbc()
        .sql(
            "select looked_at, cleared_at, brought_at from mail_folder where mailbox = ? and folder = ?")
        .params(mailbox, folder)
        .query(
            (row, number) ->
                new Looked(
                    Columns.instantIfAny(row, "looked_at"),
                    Columns.instantIfAny(row, "cleared_at"),
                    Columns.instantIfAny(row, "brought_at")))
        .optional()
        .orElse(Looked.NEVER);
  }

  @Override
  public void looked(String mailbox, String folder, Instant at, boolean cleared) {
    enter(mailbox, folder);
    book.jdbc()
        .sql(
            "update mail_folder set looked_at = :at,"
                + " cleared_at = case when :cleared then :at else cleared_at end"
                + " where mailbox = :mailbox and folder = :folder")
        .param("at", Columns.time(at))
        .param("cleared", cleared)
        .param("mailbox", mailbox)
        .param("folder", folder)
        .update();
  }

  @Override
  public void brought(String mailbox, String folder, Instant at) {
    enter(mailbox, folder);
    book.jdbc()
        .sql("update mail_folder set brought_at = ? where mailbox = ? and folder = ?")
        .params(Columns.time(at), mailbox, folder)
        .update();
  }

  @Override
  public boolean hold(String mailbox, String folder, String holder, Duration lease) {
    enter(mailbox, folder);
    long minutes = Math.min(99, lease.toMinutes() + 1);
    int held =
        book.jdbc()
            .sql(
                "update mail_folder set holder = :holder,"
                    + " lease_until = current_timestamp + interval '"
                    + minutes
                    + "' minute"
                    + " where mailbox = :mailbox and folder = :folder and (holder = :holder"
                    + " or lease_until is null or lease_until < current_timestamp)")
            .param("holder", holder)
            .param("mailbox", mailbox)
            .param("folder", folder)
            .update();
    return held == 1;
  }

  @Override
  public void release(String holder) {
    book.jdbc()
        .sql("update mail_folder set lease_until = null where holder = ?")
        .param(holder)
        .update();
  }

  private void enter(String mailbox, String folder) {
    boolean known =
        book.jdbc()
            .sql("select 1 from mail_folder where mailbox = ? and folder = ?")
            .params(mailbox, folder)
            .query(Integer.class)
            .optional()
            .isPresent();
    if (known) {
      return;
    }
    try {
      book.jdbc()
          .sql("insert into mail_folder (mailbox, folder) values (?, ?)")
          .params(mailbox, folder)
          .update();
    } catch (DuplicateKeyException other) {
      throw new StaleRecord("another process entered " + mailbox, other);
    }
  }

  @Override
  public Optional<Outage> lasting(String source) {
    return book.jdbc()
        .sql(
            "select doc from outage where source = ? and ended_at is null"
                + " order by began_at desc fetch first 1 rows only")
        .param(source)
        .query(String.class)
        .optional()
        .map(this::read);
  }

  @Override
  public List<Outage> outages(int most) {
    return book
        .jdbc()
        .sql("select doc from outage order by began_at desc fetch first " + most + " rows only")
        .query(String.class)
        .list()
        .stream()
        .map(this::read)
        .toList();
  }

  private Outage read(String doc) {
    return book.docs().read(doc, Outage.class);
  }

  @Override
  public void save(Outage outage, Act act) {
    Row row = row(outage);
    boolean known =
        book.jdbc()
            .sql("select 1 from outage where id = ?")
            .param(outage.id())
            .query(Integer.class)
            .optional()
            .isPresent();
    if (known) {
      book.update(row, "1 = 1", act);
    } else {
      book.insert(row, act);
    }
  }

  static Row row(Outage outage) {
    Columns columns =
        new Columns()
            .text("source", outage.source(), 400)
            .at("began_at", outage.began())
            .maybeAt("ended_at", outage.ended());
    return new Row(Table.OUTAGE, outage.id(), outage, columns);
  }
}
