package bench;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.CallId;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.submission.SubmissionState;
import cn.baosong.desk.Accounts;
import cn.baosong.desk.Act;
import cn.baosong.desk.Calls;
import cn.baosong.desk.Filters;
import cn.baosong.desk.Page;
import cn.baosong.desk.Place;
import cn.baosong.desk.Records;
import cn.baosong.desk.Refusal;
import cn.baosong.desk.Window;
import cn.baosong.store.Dialect;
import cn.baosong.store.SqlStateCounts;
import cn.baosong.web.page.Cursor;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * Lists, filters, searches and counters of an office that holds so many dossiers, asked of the
 * store as the pages do and of the pages themselves over HTTP: half of the answers and 95 of 100 in
 * milliseconds, and the median as a multiple of the first page's.
 */
final class Million {
  private static final int ROUNDS = 200;
  private static final int WARM = 10;
  private static final int FEWEST = 30;
  private static final int ROWS = 50;
  private static final long LONGEST = TimeUnit.SECONDS.toNanos(40);
  private static final String PASSWORD = "bench-Only-1";

  private final Office office;
  private final Records records;
  private final Table table;
  private final int dossiers;
  private final Map<String, Question> questions = new LinkedHashMap<>();

  private Million(Office office, Table table, int dossiers) {
    this.office = office;
    this.records = office.part(Records.class);
    this.table = table;
    this.dossiers = dossiers;
  }

  /**
   * @param filled where a filled office is kept for another time; one that is there already is
   *     asked as it is
   */
  static void onH2(Path filled, Bundles bundles, int dossiers, Table table) throws Exception {
    Path folder = filled.resolve("million-h2-" + dossiers);
    String url = Filled.withoutHurry("jdbc:h2:file:" + folder.resolve("var/db/baosong"));
    measure(url, folder, bundles, new Asked(dossiers, Dialect.H2, table));
  }

  /** The same on a server of its own, whose files are kept beside the office's. */
  static void onPostgresql(Path filled, Bundles bundles, int dossiers, Table table)
      throws Exception {
    Path folder = filled.resolve("million-postgresql-" + dossiers);
    try (EmbeddedPostgres server =
        EmbeddedPostgres.builder()
            .setDataDirectory(folder.resolve("server"))
            .setCleanDataDirectory(false)
            .setServerConfig("shared_buffers", "512MB")
            .setServerConfig("max_wal_size", "4GB")
            .start()) {
      String url = server.getJdbcUrl("postgres", "postgres");
      measure(
          url,
          folder,
          bundles,
          new Asked(dossiers, Dialect.POSTGRESQL, table),
          "--spring.datasource.url=" + url,
          "--spring.datasource.username=postgres");
    }
  }

  private record Asked(int dossiers, Dialect dialect, Table table) {}

  private static void measure(
      String url, Path root, Bundles bundles, Asked asked, String... more) throws Exception {
    Table table = asked.table();
    Path done = root.resolve("filled");
    if (!Files.exists(done)) {
      fill(url, root, bundles, asked, more);
      Files.createFile(done);
    }
    try (Office office = Office.open(root, more)) {
      office.part(SqlStateCounts.class).look();
      office.part(SqlStateCounts.class).check();
      table.title(asked.dialect() + ", the store");
      Million million = new Million(office, table, asked.dossiers());
      million.dossiers();
      million.submissions();
      table.title(asked.dialect() + ", the pages by HTTP");
      million.pages();
    }
  }

  private static void fill(
      String url, Path root, Bundles bundles, Asked asked, String... more) throws Exception {
    List<Call> calls;
    try (Office office = Office.open(root, more)) {
      office.takes(bundles.next(1));
      calls = office.part(Calls.class).live();
    }
    long from = System.nanoTime();
    Filled.fill(url, asked.dialect(), asked.dossiers(), calls);
    asked
        .table()
        .took(
            "%s: %,d dossiers filled".formatted(asked.dialect(), asked.dossiers()),
            (System.nanoTime() - from) / 1e9);
  }

  private void dossiers() throws Exception {
    Filters.OfDossiers all = new Filters.OfDossiers(none(), none(), none(), none(), none(), none());
    Place end = place("RX", ROWS + 1);
    questions.put("dossiers, first page", i -> records.dossiers(all, Window.first(ROWS)));
    questions.put("dossiers, last page", i -> records.dossiers(all, new Window(ROWS, Optional.of(end))));
    questions.put("dossiers in a state", i -> list(of(state(i), none(), none(), none(), none())));
    questions.put("dossiers of a call", i -> list(of(none(), Optional.of(call(i)), none(), none(), none())));
    questions.put("dossiers of a unit", i -> list(of(none(), none(), Optional.of(unit(i)), none(), none())));
    questions.put("dossiers of a department", i -> list(of(none(), none(), none(), department(i), none())));
    questions.put("dossiers of a call in a state", i -> list(of(state(i), Optional.of(call(i)), none(), none(), none())));
    questions.put("dossiers of a department in a state", i -> list(of(state(i), none(), none(), department(i), none())));
    questions.put("dossiers by the beginning of a name", i -> list(of(none(), none(), none(), none(), Optional.of("王" + "伟芳娜敏静".charAt(i % 5)))));
    questions.put("dossiers by a name that nobody has", i -> list(of(none(), none(), none(), none(), Optional.of("龘靐"))));
    questions.put("dossiers by number", i -> list(of(none(), none(), none(), none(), Optional.of(Filled.number("RX", 1 + i * 7919 % dossiers)))));
    questions.put("counters of dossiers", i -> records.dossierCounts());
    questions.put("counters of a queue", i -> records.queueCounts(department(i).orElseThrow()));
    questions.put("a queue's first page", i -> records.queue(new Filters.OfQueue(department(i).orElseThrow(), none()), Window.first(ROWS)));
    measure();
  }

  private void submissions() throws Exception {
    Filters.OfSubmissions all = Filters.OfSubmissions.ALL;
    Place end = place("SJ", ROWS + 1);
    questions.put("inbox, first page", i -> inbox(all));
    questions.put("inbox, last page", i -> records.submissions(all, new Window(ROWS, Optional.of(end))));
    questions.put("inbox in a state", i -> inbox(all.in(Optional.of(SubmissionState.UNASSIGNED))));
    questions.put("inbox of a call", i -> inbox(of(Optional.of(call(i)), none())));
    questions.put("inbox of a unit", i -> inbox(of(none(), Optional.of(unit(i)))));
    questions.put("search by a whole number", i -> inbox(words(Filled.number("SJ", 1 + i * 7919 % (dossiers / 2)))));
    questions.put("search by part of a file's name", i -> inbox(words("-" + (1 + i * 7919 % (dossiers / 2)) + ".")));
    questions.put("search by words that many hold", i -> inbox(words(".zip")));
    questions.put("search by a unit's name", i -> inbox(named(i)));
    questions.put("search by words that none holds", i -> inbox(words("%%%%")));
    questions.put("counters of the inbox", i -> records.submissionCounts(all));
    questions.put("counters of a call", i -> records.submissionCounts(of(Optional.of(call(i)), none())));
    questions.put("counters of a unit", i -> records.submissionCounts(of(none(), Optional.of(unit(i)))));
    measure();
  }

  private void pages() throws Exception {
    office
        .part(Accounts.class)
        .save(
            new Accounts.Account(
                "bench",
                new BCryptPasswordEncoder().encode(PASSWORD),
                EnumSet.of(Accounts.Role.CLERK, Accounts.Role.OFFICER),
                Set.of("*"),
                false,
                false),
            Act.byMachine(Act.Kind.ACCOUNT_CHANGED));
    Browser browser = new Browser(office.port()).logIn("bench", PASSWORD);
    questions.put("卷宗, first page", i -> browser.page("/dossiers"));
    questions.put("卷宗, last page", i -> browser.page("/dossiers?cursor=" + cursor("RX")));
    questions.put("卷宗 of a call in a state", i -> browser.page("/dossiers?call=" + call(i) + "&state=" + state(i).orElseThrow()));
    questions.put("卷宗 of a unit", i -> browser.page("/dossiers?unit=" + unit(i)));
    questions.put("卷宗 by name", i -> browser.page("/dossiers?q=" + encoded("李" + "伟芳娜敏静".charAt(i % 5))));
    measure();
    questions.put("收件箱, first page", i -> browser.page("/"));
    questions.put("收件箱, last page", i -> browser.page("/?cursor=" + cursor("SJ")));
    questions.put("收件箱 in a state", i -> browser.page("/?state=UNASSIGNED"));
    questions.put("收件箱 by number", i -> browser.page("/?q=" + Filled.number("SJ", 1 + i * 7919 % (dossiers / 2))));
    questions.put("a department's queue", i -> browser.page("/queues/" + department(i).orElseThrow()));
    measure();
  }

  private Page<?> list(Filters.OfDossiers filter) {
    return records.dossiers(filter, Window.first(ROWS));
  }

  private Page<?> inbox(Filters.OfSubmissions filter) {
    return records.submissions(filter, Window.first(ROWS));
  }

  private static Filters.OfDossiers of(
      Optional<DossierState> state,
      Optional<CallId> call,
      Optional<UnitCode> unit,
      Optional<String> department,
      Optional<String> text) {
    return new Filters.OfDossiers(state, call, unit, department, none(), text, none());
  }

  private static Filters.OfSubmissions of(Optional<CallId> call, Optional<UnitCode> unit) {
    return new Filters.OfSubmissions(none(), call, unit, none());
  }

  private static Filters.OfSubmissions words(String text) {
    return words(new Filters.Words(text.toLowerCase(Locale.ROOT), Set.of()));
  }

  private static Filters.OfSubmissions words(Filters.Words words) {
    return new Filters.OfSubmissions(none(), none(), none(), none(), Optional.of(words), none(), none());
  }

  /** As the page asks, which knows the units by name. */
  private static Filters.OfSubmissions named(int i) {
    return words(new Filters.Words("第" + i + "市", Set.of(unit(i))));
  }

  private static <T> Optional<T> none() {
    return Optional.empty();
  }

  private static Optional<DossierState> state(int i) {
    List<DossierState> some =
        List.of(DossierState.ACCEPTED, DossierState.IN_REVIEW, DossierState.RETURNED);
    return Optional.of(some.get(i % some.size()));
  }

  private CallId call(int i) {
    List<Call> all = office.part(Calls.class).live();
    return all.get(i % all.size()).id();
  }

  private Optional<String> department(int i) {
    List<Call> all = office.part(Calls.class).live();
    return Optional.of(all.get(i % all.size()).departments().get(0).id());
  }

  private static UnitCode unit(int i) {
    return new UnitCode(String.format(Locale.ROOT, "UNIT%06d", i * 37 % 2000));
  }

  private static Place place(String series, int x) {
    return new Place(
        Instant.parse("2017-01-01T00:00:00Z").plusSeconds(90L * x * (series.equals("SJ") ? 2 : 1)),
        Filled.number(series, x));
  }

  private static String cursor(String series) {
    return encoded(Cursor.write(place(series, ROWS + 1)));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private interface Question {
    Object ask(int round) throws Exception;
  }

  /**
   * Each once a round, so that whatever else the machine does falls on all of them; the first
   * rounds show the databases what is asked.
   */
  private void measure() throws Exception {
    Map<String, List<Double>> took = new LinkedHashMap<>();
    long end = System.nanoTime() + LONGEST;
    for (int round = -WARM; round < ROUNDS && (round < FEWEST || System.nanoTime() < end); round++) {
      for (var each : questions.entrySet()) {
        long from = System.nanoTime();
        answered(each.getValue(), round + WARM);
        double millis = (System.nanoTime() - from) / 1e6;
        if (round >= 0) {
          took.computeIfAbsent(each.getKey(), name -> new ArrayList<>()).add(millis);
        }
      }
    }
    double first = Cost.median(took.values().iterator().next());
    took.forEach((name, all) -> table.asked(name, Cost.median(all), most(all), Cost.median(all) / first));
    questions.clear();
  }

  /** A search that takes too long is stopped and says so, which counts with the time it took. */
  private static void answered(Question question, int round) throws Exception {
    try {
      question.ask(round);
    } catch (Refusal tookTooLong) {
      System.out.println(tookTooLong.english());
    }
  }

  /** 95 of 100 take no longer. */
  private static double most(List<Double> all) {
    return all.stream().sorted().skip(all.size() * 95L / 100).findFirst().orElseThrow();
  }
}
