package cn.baosong.store;

import cn.baosong.core.call.CallId;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.submission.Channel;
import cn.baosong.core.submission.Digest;
import cn.baosong.core.submission.Interval;
import cn.baosong.core.submission.Receipt;
import cn.baosong.core.submission.Sender;
import cn.baosong.core.submission.Submission;
import cn.baosong.core.submission.SubmissionNumber;
import cn.baosong.desk.Act;
import cn.baosong.desk.StaleRecord;
import cn.baosong.desk.Submissions;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** The register of submissions in SQL. */
public final class SqlSubmissions implements Submissions {
  /** What PostgreSQL can index; a longer name of an item is kept by its digest. */
  private static final int LONGEST_NATIVE_ID = 500;

  private final Book book;

  public SqlSubmissions(Book book) {
    this.book = book;
  }

  @Override
  public Optional<Submission> find(SubmissionNumber number) {
    return one(select("number = :number").param("number", number.value()));
  }

  @Override
  public Optional<Submission> byDigest(Digest digest) {
    return one(select("digest = :digest").param("digest", digest.hex()));
  }

  @Override
  public Optional<Submission> byReceipt(Channel channel, String nativeId) {
    String of =
        "number = (select submission from receipt where channel = :channel and native_id = :id)";
    return one(select(of).param("channel", channel.name()).param("id", ledgerKey(nativeId)));
  }

  @Override
  public long arrivals(Channel channel) {
    return StateCounts.byState(
            book.jdbc(), StateCounts.RECEIPT, Optional.empty(), Optional.of(channel.name()))
        .getOrDefault("", 0L);
  }

  @Override
  public Optional<Submission> byMessage(String fingerprint) {
    String of = "message_key = :key order by registered_at, number fetch first 1 rows only";
    return one(select(of).param("key", fingerprint));
  }

  @Override
  public Optional<Submission> byContent(CallId call, UnitCode unit, Digest content) {
    String of =
        "content = :content and call_id = :call and unit_code = :unit"
            + " order by registered_at, number fetch first 1 rows only";
    return one(
        select(of)
            .param("content", content.hex())
            .param("call", call.value())
            .param("unit", unit.value()));
  }

  @Override
  public List<Submission> ofUnit(CallId call, UnitCode unit) {
    return select("call_id = :call and unit_code = :unit order by registered_at, number")
        .param("call", call.value())
        .param("unit", unit.value())
        .query(String.class)
        .list()
        .stream()
        .map(this::read)
        .toList();
  }

  @Override
  public List<Submission> parts(String key) {
    String of = "part_key = :key and state in ('AWAITING_PARTS', 'UNASSIGNED')";
    return all(
        select(of + " order by part_key, registered_at, number").param("key", ledgerKey(key)));
  }

  @Override
  public List<Submission> partsBefore(Instant before) {
    String of = "state = 'AWAITING_PARTS' and registered_at < :before";
    return all(
        select(of + " order by registered_at, number fetch first 100 rows only")
            .param("before", Columns.time(before)));
  }

  @Override
  public List<Submission> partsBetween(Instant from, Instant before) {
    String of = "state = 'AWAITING_PARTS' and registered_at >= :from and registered_at < :before";
    return all(
        select(of + " order by registered_at desc, number fetch first 200 rows only")
            .param("from", Columns.time(from))
            .param("before", Columns.time(before)));
  }

  private List<Submission> all(StatementSpec query) {
    return query.query(String.class).list().stream().map(this::read).toList();
  }

  @Override
  public void stillOpening(SubmissionNumber number) {
    book.jdbc()
        .sql(
            "update submission set lease_until = current_timestamp + interval '5' minute"
                + " where number = :number and needs_opening = true")
        .param("number", number.value())
        .update();
  }

  @Override
  public void putOff(SubmissionNumber number) {
    book.jdbc()
        .sql(
            "update submission set costly = true, put_off_at = current_timestamp,"
                + " lease_until = null, tries = 0 where number = :number and needs_opening = true")
        .param("number", number.value())
        .update();
  }

  @Override
  public boolean isPutOff(SubmissionNumber number) {
    return book.jdbc()
        .sql("select costly from submission where number = :number")
        .param("number", number.value())
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  @Override
  public void save(Submission submission, Act act) {
    Row row = row(submission, book.docs());
    book.together(
        () -> {
          if (submission.version() == 1) {
            book.insert(row, act);
          } else {
            restartTries(row.columns());
            book.update(row, "version = " + (submission.version() - 1), act);
          }
          enterReceipts(book.jdbc(), submission);
        });
  }

  /** Opening begins anew when it becomes due, and its failures are forgotten when it is done. */
  private static void restartTries(Columns columns) {
    String same = "case when needs_opening = :needs_opening then ";
    columns
        .worked("lease_until", same + "lease_until end")
        .worked("tries", same + "tries else 0 end")
        .worked("failed_at", same + "failed_at end")
        .worked("last_error", same + "last_error end")
        .worked("scan_since", same + "scan_since end")
        .worked("scan_cause", same + "scan_cause end")
        .worked("scan_reason", same + "scan_reason end")
        .worked("scan_tries", same + "scan_tries else 0 end");
  }

  static Row row(Submission submission, Docs docs) {
    Receipt first = submission.first();
    Interval received = submission.effective().received().interval();
    Columns columns =
        new Columns()
            .with("public_id", submission.publicId())
            .with("state", submission.state().name())
            .maybe("call_id", submission.call())
            .maybe("unit_code", submission.unit())
            .with("digest", first.digest().hex())
            .maybe("content", submission.content())
            .with("channel", first.channel().name())
            .text("name", first.name(), 1000)
            .text("search_name", first.name().toLowerCase(Locale.ROOT), 200)
            .with("bytes", first.bytes())
            .at("received_earliest", received.earliest())
            .at("received_latest", received.latest())
            .with("arrival", docs.write(submission.effective()))
            .at("registered_at", first.registered())
            .with("sealed", submission.sealedFor().isPresent())
            .with("needs_opening", submission.needsOpening())
            .maybe("part_key", submission.partKey().map(SqlSubmissions::ledgerKey))
            .maybe("message_key", submission.mail().flatMap(m -> m.thread().fingerprint()))
            .maybe("sender", submission.sender().map(Sender::address))
            .with("sender_waits", submission.waitsForSender())
            .with("version", submission.version());
    return new Row(Table.SUBMISSION, submission.number().value(), submission, columns);
  }

  /** Enters the arrivals that the ledger does not have yet. */
  static void enterReceipts(JdbcClient jdbc, Submission submission) {
    Set<String> known =
        Set.copyOf(
            jdbc.sql("select id from receipt where submission = ?")
                .param(submission.number().value())
                .query(String.class)
                .list());
    submission.receipts().stream()
        .filter(receipt -> !known.contains(receipt.id()))
        .forEach(receipt -> enter(jdbc, submission.number(), receipt));
  }

  private static void enter(JdbcClient jdbc, SubmissionNumber submission, Receipt receipt) {
    try {
      jdbc.sql("insert into receipt (id, channel, native_id, submission) values (?, ?, ?, ?)")
          .params(
              receipt.id(),
              receipt.channel().name(),
              ledgerKey(receipt.nativeId()),
              submission.value())
          .update();
      StateCounts.add(jdbc, StateCounts.Place.receipt(receipt.channel().name()), 1);
    } catch (DuplicateKeyException e) {
      throw new StaleRecord("an item of " + receipt.channel() + " was registered before", e);
    }
  }

  static String ledgerKey(String nativeId) {
    boolean fits =
        nativeId.length() <= LONGEST_NATIVE_ID
            && Columns.clean(nativeId, 2 * LONGEST_NATIVE_ID).equals(nativeId);
    return fits ? nativeId : "sha256:" + Columns.digest(nativeId);
  }

  private StatementSpec select(String where) {
    return book.jdbc().sql("select doc from submission where " + where);
  }

  private Optional<Submission> one(StatementSpec query) {
    return query.query(String.class).optional().map(this::read);
  }

  private Submission read(String doc) {
    return book.docs().read(doc, Submission.class);
  }
}
