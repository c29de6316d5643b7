package cn.baosong.store;

import cn.baosong.desk.Act;
import cn.baosong.desk.Failures;
import cn.baosong.desk.Page;
import cn.baosong.desk.Window;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What failed, in SQL: the rows that a route has given a reason, until they succeed. */
public final class SqlFailures implements Failures {
  /** After so many tries the claims in {@code sql/} leave a row to a person. */
  static final int PARKED_AFTER = 10;

  /** Who ends with the process each time leaves no reason behind. */
  private static final String CRASHED =
      "处理它时本办每次都意外结束，已停止重试 The office ended each time it was at this";

  private static final String ENDED =
      "tries >= " + PARKED_AFTER + " and (lease_until is null or lease_until < current_timestamp)";

  private static final String ALL =
      "select step, subject, tries, last_error, lease_until, failed_at as place_at,"
          + " place_id from ("
          + failed("OPEN", "number", "submission", "needs_opening = true", "registered_at")
          + " union all "
          + failed(
              "ASSESS",
              "call_id || '/' || unit_code",
              "unit_call",
              "waiting = true",
              "current_timestamp")
          + " union all "
          + failed("LETTER", "id", "letter", "state = 'WAITING'", "due_at")
          + " union all "
          + failed("MAIL", "id", "mailing", "state = 'WAITING'", "due_at")
          + " union all "
          + failed("DELIVER", "dossier", "delivery", "state = 'WAITING'", "due_at")
          + ") failure";

  private static final String HOLDS = "lower(last_error) like :v escape '!'";

  private static final String AGAIN =
      " set tries = 0, lease_until = null, last_error = null, failed_at = null"
          + " where (failed_at is not null or "
          + ENDED
          + ") and ";

  private static String failed(
      String step, String subject, String table, String waits, String since) {
    return ("select '%s' as step, %s as subject, tries, coalesce(last_error, '%s') as last_error,"
            + " lease_until, coalesce(failed_at, lease_until, %s) as failed_at,"
            + " '%s ' || %s as place_id from %s where failed_at is not null or (%s and %s)")
        .formatted(step, subject, CRASHED, since, step, subject, table, waits, ENDED);
  }

  private final Book book;

  public SqlFailures(Book book) {
    this.book = book;
  }

  @Override
  public Page<Failure> list(Filter filter, Window window) {
    Listing listing =
        new Listing(ALL, "failed_at", "place_id").whereIs("step", filter.step().map(Enum::name));
    filter.cause().ifPresent(words -> listing.where(HOLDS, "%" + literal(words) + "%"));
    if (filter.parked()) {
      listing.where("tries >= " + PARKED_AFTER);
    }
    if (!filter.subjects().isEmpty()) {
      listing.whereAmong("subject", filter.subjects());
    }
    return listing.newestFirst(book.jdbc(), window, (row, n) -> failure(row));
  }

  /** Whatever is typed stands for itself. */
  private static String literal(String words) {
    return words.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0");
  }

  @Override
  public int retryAll(Filter filter, Act act) {
    int[] again = {0};
    book.together(
        () -> {
          for (Failure failure : list(filter, Window.first(Window.MOST)).items()) {
            if (again(new Subject(failure.step(), failure.subject())) == 1) {
              book.note(failure.subject(), List.of(), act);
              again[0]++;
            }
          }
        });
    return again[0];
  }

  private static Failure failure(ResultSet row) throws SQLException {
    Step step = Step.valueOf(row.getString("step"));
    String subject = row.getString("subject");
    int tries = row.getInt("tries");
    boolean parked = tries >= PARKED_AFTER;
    return new Failure(
        id(step, subject),
        step,
        subject,
        tries,
        parked,
        row.getString("last_error"),
        Columns.instantIfAny(row, "lease_until").filter(next -> !parked));
  }

  /** The subject in hexadecimal, since a unit's code may be of any letters. */
  private static String id(Step step, String subject) {
    return step.name().toLowerCase(Locale.ROOT)
        + "."
        + HexFormat.of().formatHex(subject.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public boolean retry(String id, Act act) {
    Optional<Subject> found = Subject.of(id);
    if (found.isEmpty()) {
      return false;
    }
    Subject subject = found.get();
    boolean[] again = {false};
    book.together(
        () -> {
          again[0] = again(subject) == 1;
          if (again[0]) {
            book.note(subject.name(), List.of(), act);
          }
        });
    return again[0];
  }

  private int again(Subject subject) {
    JdbcClient jdbc = book.jdbc();
    return switch (subject.step()) {
      case OPEN ->
          jdbc.sql("update submission" + AGAIN + "number = ?").param(subject.name()).update();
      case LETTER -> jdbc.sql("update letter" + AGAIN + "id = ?").param(subject.name()).update();
      case MAIL ->
          jdbc.sql(
                  "update mailing set due_at = current_timestamp, tries = 0, lease_until = null,"
                      + " last_error = null, failed_at = null where (failed_at is not null or "
                      + ENDED
                      + ") and id = ?")
              .param(subject.name())
              .update();
      case DELIVER ->
          jdbc.sql("update delivery" + AGAIN + "dossier = ?").param(subject.name()).update();
      case ASSESS ->
          jdbc.sql("update unit_call" + AGAIN + "call_id || '/' || unit_code = ?")
              .param(subject.name())
              .update();
    };
  }

  private record Subject(Step step, String name) {
    static Optional<Subject> of(String id) {
      String[] parts = id.split("\\.", 2);
      try {
        Step step = Step.valueOf(parts[0].toUpperCase(Locale.ROOT));
        byte[] name = HexFormat.of().parseHex(parts.length == 2 ? parts[1] : "");
        return Optional.of(new Subject(step, new String(name, StandardCharsets.UTF_8)));
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
    }
  }
}
