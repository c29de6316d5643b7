package bench;

import cn.baosong.desk.Accounts;
import cn.baosong.desk.Act;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * Two hundred open dashboards while packages arrive, over HTTP: of every act, how long after it was
 * written each page was told, and how long until it had its list anew. Each page asks for its list
 * as a browser does, one request at a time.
 */
final class Streams {
  private static final int A_PERSON = 8;
  private static final int REST = 15;
  private static final String PASSWORD = "bench-Only-1";
  private static final Pattern SINCE = Pattern.compile("data-since=\"(-?\\d+)\"");

  private final Office office;
  private final List<Page> pages = new ArrayList<>();
  private volatile boolean lists;

  Streams(Office office) {
    this.office = office;
  }

  /** What a page heard, and when by the machine's clock. */
  private record Heard(long act, Instant at) {}

  private record Written(long act, Instant at) {}

  /**
   * Waits sorted, in milliseconds.
   *
   * @param lists how often a page got its list anew
   * @param cpu seconds of processor, of the office and of the pages together
   */
  record Found(List<Double> told, List<Double> shown, int acts, int lists, double cpu) {}

  private final class Page {
    private final Browser browser;
    private final Queue<Heard> told = new ConcurrentLinkedQueue<>();
    private final Queue<Heard> shown = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean asking = new AtomicBoolean();
    private volatile long latest;

    Page(Browser browser) {
      this.browser = browser;
    }

    void open() throws Exception {
      Matcher since = SINCE.matcher(browser.page("/"));
      String from = since.find() ? since.group(1) : "0";
      CompletableFuture<?> stream =
          browser
              .client()
              .sendAsync(
                  HttpRequest.newBuilder(browser.at("/live?since=" + from)).build(),
                  BodyHandlers.fromLineSubscriber(new Lines(this::line)))
              .whenComplete(
                  (answer, failure) -> {
                    if (failure != null || answer.statusCode() != 200) {
                      System.err.println("a stream ended: " + (failure == null ? answer : failure));
                    }
                  });
      if (stream.isCompletedExceptionally()) {
        throw new IllegalStateException("no stream");
      }
    }

    void forget() {
      told.clear();
      shown.clear();
    }

    private void line(String line) {
      if (line.startsWith("id:")) {
        latest = Long.parseLong(line.substring(3).strip());
        told.add(new Heard(latest, Instant.now()));
        if (lists) {
          ask();
        }
      }
    }

    private void ask() {
      if (asking.compareAndSet(false, true)) {
        long act = latest;
        browser
            .client()
            .sendAsync(
                HttpRequest.newBuilder(browser.at("/list?told=" + act)).build(),
                BodyHandlers.ofString(StandardCharsets.UTF_8))
            .whenComplete(
                (answer, failure) -> {
                  if (failure == null && answer.statusCode() == 200) {
                    shown.add(new Heard(act, Instant.now()));
                  }
                  asking.set(false);
                  if (latest > act) {
                    ask();
                  }
                });
      }
    }
  }

  /** Opens so many pages, eight to a person. */
  void open(int many) throws Exception {
    Accounts accounts = office.part(Accounts.class);
    String hash = new BCryptPasswordEncoder(4).encode(PASSWORD);
    for (int person = 0; person * A_PERSON < many; person++) {
      accounts.save(
          new Accounts.Account(
              "bench" + person, hash, EnumSet.of(Accounts.Role.CLERK), Set.of(), false, false),
          Act.byMachine(Act.Kind.ACCOUNT_CHANGED));
      Browser browser = new Browser(office.port()).logIn("bench" + person, PASSWORD);
      for (int i = 0; i < A_PERSON && pages.size() < many; i++) {
        Page page = new Page(browser);
        page.open();
        pages.add(page);
      }
    }
    TimeUnit.SECONDS.sleep(5);
  }

  /**
   * Drops packages at a steady pace and tells of every act that was written meanwhile.
   *
   * @param withLists whether the pages ask for their lists, or only listen
   */
  Found arrive(List<Path> packages, long pauseMillis, boolean withLists) throws Exception {
    lists = withLists;
    pages.forEach(Page::forget);
    long from = latest();
    double used = Cost.used();
    for (Path each : packages) {
      office.drop(each);
      TimeUnit.MILLISECONDS.sleep(pauseMillis);
    }
    long seen;
    do {
      seen = latest();
      TimeUnit.SECONDS.sleep(REST);
    } while (seen < latest());
    double cpu = Cost.used() - used;
    int drawn = pages.stream().mapToInt(page -> page.shown.size()).sum();
    List<Written> acts = acts(from);
    List<Double> told = new ArrayList<>();
    List<Double> shown = new ArrayList<>();
    for (Page page : pages) {
      waits(acts, List.copyOf(page.told), told);
      if (withLists) {
        waits(acts, List.copyOf(page.shown), shown);
      }
    }
    told.sort(null);
    shown.sort(null);
    return new Found(told, shown, acts.size(), drawn, cpu);
  }

  /** From each act to the first word that covers it; one that never came counts as a minute. */
  private static void waits(List<Written> acts, List<Heard> heard, List<Double> waits) {
    int next = 0;
    for (Written act : acts) {
      while (next < heard.size() && heard.get(next).act() < act.act()) {
        next++;
      }
      waits.add(
          next == heard.size()
              ? 60_000.0
              : (double) ChronoUnit.MICROS.between(act.at(), heard.get(next).at()) / 1000);
    }
  }

  private long latest() {
    return office.part(JdbcClient.class).sql("select max(seq) from event").query(Long.class).single();
  }

  /** When each was written, a little before its commit, by the machine's clock. */
  private List<Written> acts(long behind) {
    return office
        .part(JdbcClient.class)
        .sql("select seq, at from event where seq > ? order by seq")
        .param(behind)
        .query(
            (row, n) ->
                new Written(
                    row.getLong("seq"),
                    row.getObject("at", OffsetDateTime.class).toInstant().minus(office.offset())))
        .list();
  }
}
