package cn.baosong.store;

import cn.baosong.core.notice.Letter;
import cn.baosong.core.notice.LetterState;
import cn.baosong.core.submission.SubmissionNumber;
import cn.baosong.desk.Act;
import cn.baosong.desk.Letters;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The outbox in SQL. */
public final class SqlLetters implements Letters {
  private final Book book;

  public SqlLetters(Book book) {
    this.book = book;
  }

  @Override
  public Optional<Letter> find(String id) {
    return book.jdbc()
        .sql("select doc from letter where id = ?")
        .param(id)
        .query(String.class)
        .optional()
        .map(this::read);
  }

  @Override
  public List<Letter> of(SubmissionNumber submission) {
    return book
        .jdbc()
        .sql("select doc from letter where submission = ? order by serial")
        .param(submission.value())
        .query(String.class)
        .list()
        .stream()
        .map(this::read)
        .toList();
  }

  @Override
  public void save(Letter letter, Act act) {
    UUID event = UUID.randomUUID();
    Row row = row(letter, event, book.now());
    book.together(
        () -> {
          if (find(letter.id()).isPresent()) {
            book.update(row, Guard.stateIn(letter.state().predecessors()), act, event);
          } else {
            book.insert(row, act, event);
          }
        });
  }

  /**
   * A letter that changes its state starts its tries anew. The hold is counted in the database's
   * real time: with an offset of the office's clock a letter must neither hurry nor wait for years.
   */
  static Row row(Letter letter, UUID event, Instant now) {
    long hold = letter.hold().toSeconds();
    Columns columns =
        new Columns()
            .maybe("submission", letter.submission())
            .maybe("call_id", letter.call())
            .with("serial", letter.serial())
            .with("kind", letter.kind().name())
            .maybe("unit_code", letter.unit())
            .with("state", letter.state().name())
            .at("written_at", letter.written())
            .worked(
                "due_at", "current_timestamp + cast(" + hold + " as integer) * interval '1' second")
            .with("event_id", event)
            .maybeAt("sent_at", Optional.of(now).filter(n -> letter.state() == LetterState.SENT))
            .worked("lease_until", "null")
            .with("tries", 0)
            .worked("failed_at", "null")
            .worked("last_error", "null");
    return new Row(Table.LETTER, letter.id(), letter, columns);
  }

  private Letter read(String doc) {
    return book.docs().read(doc, Letter.class);
  }
}
