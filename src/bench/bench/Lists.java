package bench;

import cn.baosong.core.call.CallId;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.submission.Channel;
import cn.baosong.core.submission.Digest;
import cn.baosong.core.submission.Interval;
import cn.baosong.core.submission.Receipt;
import cn.baosong.core.submission.SubmissionState;
import cn.baosong.core.submission.TimeEvidence;
import cn.baosong.core.submission.TrustClass;
import cn.baosong.desk.Filters;
import cn.baosong.desk.Place;
import cn.baosong.desk.Window;
import cn.baosong.json.Json;
import cn.baosong.store.Dialect;
import cn.baosong.store.SqlRecords;
import cn.baosong.store.TimeLimit;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * What the inbox costs with so many deliveries stored: {@code Lists h2|postgresql ROWS}. It prints
 * median and 95th percentile of each list in milliseconds, and the median's ratio to the first
 * page.
 */
public final class Lists {
  private static final int ROUNDS = 60;
  private static final Instant FIRST = Instant.parse("2020-01-01T00:00:00Z");

  private final SqlRecords records;
  private final int rows;
  private double firstPage;

  private Lists(SqlRecords records, int rows) {
    this.records = records;
    this.rows = rows;
  }

  public static void main(String[] args) throws Exception {
    Dialect dialect = args[0].equals("h2") ? Dialect.H2 : Dialect.POSTGRESQL;
    int rows = Integer.parseInt(args[1]);
    HikariDataSource source = new HikariDataSource();
    try (source;
        EmbeddedPostgres server =
            dialect == Dialect.H2 ? null : EmbeddedPostgres.builder().start()) {
      source.setJdbcUrl(
          server == null
              ? "jdbc:h2:file:" + args[2] + "/lists;WRITE_DELAY=0;MAX_LENGTH_INPLACE_LOB=100000"
              : server.getJdbcUrl("postgres", "postgres"));
      source.setUsername(server == null ? "sa" : "postgres");
      Flyway.configure().dataSource(source).load().migrate();
      JdbcClient jdbc = JdbcClient.create(source);
      fill(jdbc, dialect, rows);
      JdbcTransactionManager manager = new JdbcTransactionManager(source);
      TimeLimit limit = new TimeLimit(jdbc, manager, dialect, Duration.ofSeconds(5));
      new Lists(new SqlRecords(jdbc, limit, Json.mapper()), rows).run();
    }
  }

  /** Records of about 3 kB, one in a hundred waiting, over a year. */
  private static void fill(JdbcClient jdbc, Dialect dialect, int rows)
      throws JsonProcessingException {
    String series =
        dialect == Dialect.H2
            ? "(select x from system_range(1, %d)) as s".formatted(rows)
            : "generate_series(1, %d) as s(x)".formatted(rows);
    String serial =
        dialect == Dialect.H2 ? "lpad(cast(x as varchar), 6, '0')" : "lpad(x::text, 6, '0')";
    String at = "timestamp with time zone '2020-01-01 00:00:00+00' + x * interval '30' second";
    String arrival = Json.mapper().writeValueAsString(arrival()).replace("'", "''");
    jdbc.sql(
            "insert into submission (number, public_id, state, call_id, unit_code, digest, channel,"
                + " name, search_name, bytes, received_earliest, received_latest, arrival,"
                + " registered_at, needs_opening, version, doc) select 'SJ-2020-' || "
                + serial
                + ", 'p' || x, case when mod(x, 100) = 0 then 'UNASSIGNED' else 'PROCESSED' end,"
                + " 'call-' || mod(x, 7), 'unit-' || mod(x, 2000), 'd' || x,"
                + " case when mod(x, 3) = 0 then 'EMAIL' else 'FOLDER' end, 'n' || x || '.zip',"
                + " 'n' || x || '.zip', 1234, "
                + at
                + ", "
                + at
                + ", '"
                + arrival
                + "', "
                + at
                + ", false, 1, repeat('x', 3000) from "
                + series)
        .update();
    jdbc.sql(dialect == Dialect.H2 ? "analyze" : "vacuum analyze submission").update();
  }

  private static Receipt arrival() {
    return new Receipt(
        "r",
        Channel.FOLDER,
        "n",
        "a.zip",
        new Digest("a".repeat(64)),
        1234,
        Optional.empty(),
        Optional.empty(),
        TimeEvidence.of(Interval.second(FIRST), "ctime", TrustClass.A),
        FIRST);
  }

  private void run() {
    Filters.OfSubmissions all = Filters.OfSubmissions.ALL;
    Place last = new Place(FIRST.plusSeconds(30L * 60), number(60));
    Optional<CallId> call = Optional.of(new CallId("call-3"));
    Filters.OfSubmissions ofCall =
        new Filters.OfSubmissions(Optional.empty(), call, Optional.empty(), Optional.empty());
    time("first page", () -> list(all, Window.first(50)));
    time("last page", () -> list(all, new Window(50, Optional.of(last))));
    time("one page back from the end", () -> list(all, Window.before(50, last)));
    time(
        "state, first page",
        () -> list(all.in(Optional.of(SubmissionState.UNASSIGNED)), Window.first(50)));
    time("call, first page", () -> list(ofCall, Window.first(50)));
    time("call, last page", () -> list(ofCall, new Window(50, Optional.of(last))));
    time(
        "unit, first page",
        () ->
            list(
                new Filters.OfSubmissions(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(new UnitCode("unit-77")),
                    Optional.empty()),
                Window.first(50)));
    time(
        "channel and state, first page",
        () ->
            list(
                new Filters.OfSubmissions(
                    Optional.of(SubmissionState.UNASSIGNED),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(Channel.EMAIL)),
                Window.first(50)));
    time("words that many hold", () -> list(words(".zip"), Window.first(50)));
    time("words that one holds", () -> list(words("n" + rows / 2 + "."), Window.first(50)));
    time("words that none holds", () -> list(words("%%%%"), Window.first(50)));
    time("counters of all", () -> records.submissionCounts(all));
    time("counters of a call", () -> records.submissionCounts(ofCall));
    time("counters of words", () -> records.submissionCounts(words("1.zip")));
  }

  private static String number(int serial) {
    return String.format(Locale.ROOT, "SJ-2020-%06d", serial);
  }

  private static Filters.OfSubmissions words(String text) {
    return new Filters.OfSubmissions(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(new Filters.Words(text, Set.of())),
        Optional.empty(),
        Optional.empty());
  }

  private void list(Filters.OfSubmissions filter, Window window) {
    records.submissions(filter, window);
  }

  private void time(String name, Runnable task) {
    double[] took = new double[ROUNDS];
    for (int round = -ROUNDS / 3; round < ROUNDS; round++) {
      long begun = System.nanoTime();
      task.run();
      if (round >= 0) {
        took[round] = (System.nanoTime() - begun) / 1e6;
      }
    }
    Arrays.sort(took);
    double median = took[ROUNDS / 2];
    firstPage = firstPage == 0 ? median : firstPage;
    System.out.printf(
        Locale.ROOT,
        "| %s | %.2f | %.2f | %.1f |%n",
        name,
        median,
        took[ROUNDS * 95 / 100],
        median / firstPage);
  }
}
