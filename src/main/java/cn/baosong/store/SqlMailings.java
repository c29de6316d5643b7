package cn.baosong.store;

import cn.baosong.core.notice.MailCause;
import cn.baosong.core.notice.MailProvider;
import cn.baosong.core.notice.Mailing;
import cn.baosong.core.notice.MailingState;
import cn.baosong.core.notice.ServerAnswer;
import cn.baosong.core.submission.SubmissionNumber;
import cn.baosong.desk.Act;
import cn.baosong.desk.Filters;
import cn.baosong.desk.Mailings;
import cn.baosong.desk.Page;
import cn.baosong.desk.Window;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Letters on their way, in SQL. */
public final class SqlMailings implements Mailings {
  private static final String ENTRY =
      "select letter, changed_at, put_off, put_off_cause, last_error, lease_until, doc,"
          + " queued_at as place_at, id as place_id from mailing";

  private final Book book;
  private final SqlMailLine line;

  public SqlMailings(Book book) {
    this.book = book;
    this.line = new SqlMailLine(book.jdbc());
  }

  @Override
  public Optional<Mailing> find(String id) {
    return jdbc()
        .sql("select doc from mailing where id = ?")
        .param(id)
        .query(String.class)
        .optional()
        .map(this::read);
  }

  @Override
  public List<Mailing> ofLetter(String letter) {
    return jdbc()
        .sql("select doc from mailing where letter = ? order by queued_at, id")
        .param(letter)
        .query(String.class)
        .list()
        .stream()
        .map(this::read)
        .toList();
  }

  @Override
  public Map<String, List<Entry>> ofLetters(Collection<String> letters) {
    Map<String, List<Entry>> found = new HashMap<>();
    if (!letters.isEmpty()) {
      jdbc()
          .sql(ENTRY + " where letter in (:letters) order by queued_at, id")
          .param("letters", letters)
          .query((row, n) -> entry(row))
          .list()
          .forEach(
              entry ->
                  found
                      .computeIfAbsent(entry.mailing().letter(), k -> new ArrayList<>())
                      .add(entry));
    }
    return found;
  }

  @Override
  public boolean answered(String address, SubmissionNumber submission, Instant since) {
    return jdbc()
        .sql(
            "select 1 from mailing where submission = ? and address = ? and automatic = true"
                + " and queued_at >= ? and state <> 'WITHHELD' fetch first 1 rows only")
        .params(submission.value(), address, Columns.time(since))
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  @Override
  public void save(Mailing mailing, Act act) {
    UUID event = UUID.randomUUID();
    Row row = row(mailing, event, book.now());
    book.together(
        () -> {
          if (find(mailing.id()).isEmpty()) {
            book.insert(row, act, event);
          } else {
            book.update(row, Guard.stateIn(mailing.state().predecessors()), act, event);
          }
        });
  }

  static Row row(Mailing mailing, UUID event, Instant now) {
    Columns columns =
        new Columns()
            .with("letter", mailing.letter())
            .maybe("submission", mailing.submission())
            .maybe("unit_code", mailing.unit())
            .text("address", mailing.address(), 640)
            .text("provider", MailProvider.of(mailing.address()), 640)
            .with("automatic", mailing.automatic())
            .with("state", mailing.state().name())
            .with("to_call", mailing.awaitsCall())
            .firstAt("queued_at", now)
            .at("changed_at", now)
            .with("event_id", event)
            .worked("due_at", "current_timestamp")
            .with("put_off", 0)
            .worked("put_off_since", "null")
            .worked("put_off_cause", "null")
            .worked("lease_until", "null")
            .with("tries", 0)
            .worked("failed_at", "null")
            .worked("last_error", "null");
    return new Row(Table.MAILING, mailing.id(), mailing, columns);
  }

  @Override
  public void putOff(
      String id, MailCause cause, ServerAnswer answer, Duration pause, boolean counts) {
    jdbc()
        .sql(
            "update mailing set tries = 0, put_off = put_off + :counts, put_off_cause = :cause,"
                + " put_off_since = "
                + (counts ? "coalesce(put_off_since, current_timestamp)" : "put_off_since")
                + ", failed_at = current_timestamp, last_error = :said,"
                + " lease_until = current_timestamp + cast(:pause as integer) * interval '1' second"
                + " where id = :id and state = 'WAITING'")
        .param("counts", counts ? 1 : 0)
        .param("cause", cause.name())
        .param("said", Columns.clean(said(answer), 2000))
        .param("pause", pause.toSeconds())
        .param("id", id)
        .update();
  }

  private static String said(ServerAnswer answer) {
    return answer.code() == 0 ? answer.text() : answer.code() + " " + answer.text();
  }

  @Override
  public boolean putOffFor(String id, Duration most) {
    return jdbc()
        .sql(
            "select 1 from mailing where id = ? and put_off_since <= current_timestamp"
                + " - cast(? as integer) * interval '1' second")
        .params(id, most.toSeconds())
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  @Override
  public void pause(String provider, Duration pause, Optional<Trouble> why) {
    line.pause(provider, pause, why);
  }

  @Override
  public void hurry() {
    book.together(
        () -> {
          jdbc()
              .sql(
                  "update mailing set lease_until = null where state = 'WAITING'"
                      + " and put_off_cause is not null and tries = 0")
              .update();
          line.hurry();
        });
  }

  @Override
  public int taken(LocalDate today) {
    return line.taken(today);
  }

  @Override
  public Map<String, Standing> standings() {
    return line.standings();
  }

  @Override
  public Queue queue() {
    return jdbc()
        .sql(
            "select count(*) as waiting, min(due_at) as oldest from mailing where state ="
                + " 'WAITING'")
        .query(
            (row, n) ->
                new Queue(
                    row.getLong("waiting"), Columns.instantIfAny(row, "oldest"), line.lastTaken()))
        .single();
  }

  @Override
  public Page<Entry> list(Filters.OfMailings filter, Window window) {
    return new Listing(ENTRY, "queued_at", "id")
        .whereIs("state", filter.state().map(Enum::name))
        .whereIs("submission", filter.submission())
        .whereTrue("to_call", filter.toCall())
        .newestFirst(jdbc(), window, (row, n) -> entry(row));
  }

  @Override
  public Map<MailingState, Long> counts() {
    Map<MailingState, Long> counts = new EnumMap<>(MailingState.class);
    jdbc()
        .sql("select state, count(*) as number from mailing group by state")
        .query(
            row -> {
              counts.put(MailingState.valueOf(row.getString("state")), row.getLong("number"));
            });
    return counts;
  }

  @Override
  public long toCall() {
    return jdbc()
        .sql("select count(*) from mailing where to_call = true")
        .query(Long.class)
        .single();
  }

  private Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        read(row.getString("doc")),
        Columns.instant(row, "changed_at"),
        row.getInt("put_off"),
        Optional.ofNullable(row.getString("put_off_cause")).map(MailCause::valueOf),
        Optional.ofNullable(row.getString("last_error")),
        Columns.instantIfAny(row, "lease_until"));
  }

  private JdbcClient jdbc() {
    return book.jdbc();
  }

  private Mailing read(String doc) {
    return book.docs().read(doc, Mailing.class);
  }
}
