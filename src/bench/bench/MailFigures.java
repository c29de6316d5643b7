package bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What mail costs: fetching, the way of an acknowledgement, hostile neighbours, a large one. */
final class MailFigures {
  private static final int BYTES = 200_000;
  private static final int ROUND_TRIP = 20;
  private static final int TOGETHER = 50;
  private static final int AHEAD = 4;
  private static final int LARGE = 73;

  private final Path root;
  private final Bundles bundles;
  private final Table table;
  private final int season;

  MailFigures(Path root, Bundles bundles, Table table, int season) {
    this.root = root;
    this.bundles = bundles;
    this.table = table;
    this.season = season;
  }

  private static String[] settings(Provider provider, String... more) {
    List<String> all = new ArrayList<>(List.of(more));
    String box = "--baosong.mailboxes[0].";
    all.add(box + "name=bench");
    all.add(box + "host=127.0.0.1");
    all.add(box + "port=" + provider.port());
    all.add(box + "protocol=imap");
    all.add(box + "user=office@provider.test");
    all.add(box + "password=bench");
    all.add(box + "poll=PT10S");
    all.add(box + "trusted-hosts=" + Provider.HOST);
    return all.toArray(String[]::new);
  }

  private static String[] sending(Outbox outbox) {
    return new String[] {
      "--baosong.smtp.host=127.0.0.1",
      "--baosong.smtp.port=" + outbox.port(),
      "--baosong.smtp.tls=none",
      "--baosong.smtp.from=office@provider.test"
    };
  }

  /** Twice the season's mails of 200 KB, 20 ms away; what is not fetching and registering rests. */
  void fetch() throws Exception {
    int mails = season * 2;
    try (Provider provider = new Provider(ROUND_TRIP)) {
      byte[] body = new Letters().words(BYTES);
      for (int i = 0; i < mails; i++) {
        String kind = "Content-Type: application/pdf\nContent-Transfer-Encoding: base64\n";
        provider.put(Letters.head(i, "fetch-" + i, kind), body, Letters.now());
      }
      RawFetch raw = new RawFetch(provider.port(), mails);
      raw.seconds(TOGETHER, AHEAD);
      double pipelined = raw.seconds(TOGETHER, AHEAD);
      double each = raw.seconds(1, 1);
      int before = provider.asked();
      double office = registered(provider, mails);
      double commands = (double) (provider.asked() - before) / mails;
      System.out.println("commands: " + provider.byKind());
      String what = "%,d mails of 200 KB, 20 ms away: ".formatted(mails);
      table.took(what + "bare socket, 50 a command, 4 under way", pipelined);
      table.took(what + "bare socket, one after another", each);
      table.took(what + "the office, archived and registered", office);
      table.ratio("the office to the bare socket, pipelined", List.of(office / pipelined));
      table.ratio("the office to the bare socket, one after another", List.of(office / each));
      table.ratio("IMAP commands a mail", List.of(commands));
    }
  }

  private double registered(Provider provider, int mails) throws Exception {
    try (Office office = Office.open(root.resolve("fetch"), settings(provider))) {
      JdbcClient jdbc = office.part(JdbcClient.class);
      resting(office.part(CamelContext.class), "mailbox");
      until(() -> count(jdbc, "select count(*) from receipt") > 0);
      long from = System.nanoTime();
      long first = count(jdbc, "select count(*) from receipt");
      until(() -> count(jdbc, "select count(*) from receipt") >= mails);
      double seconds = (System.nanoTime() - from) / 1e9;
      return seconds * mails / (mails - first);
    }
  }

  /** Opening and letters, which are other work for the same processors. */
  static void resting(CamelContext camel, String but) throws Exception {
    for (Route route : camel.getRoutes()) {
      String id = route.getRouteId();
      if (!id.contains(but) && !id.endsWith("submission")) {
        camel.getRouteController().suspendRoute(id);
      }
    }
  }

  /** From the mailbox to the unit's mail server, while half a season's mails come. */
  void acknowledgement() throws Exception {
    int mails = season / 2 + 1;
    int first = bundles.unit();
    try (Provider provider = new Provider(ROUND_TRIP);
        Outbox outbox = new Outbox();
        Office office =
            Office.open(root.resolve("acknowledgement"), settings(provider, sending(outbox)))) {
      office.part(JdbcClient.class);
      Map<String, Long> put = new HashMap<>();
      List<byte[]> bodies = sound(mails);
      long pause = TimeUnit.SECONDS.toNanos(60) / 500;
      long begin = System.nanoTime();
      for (int i = 0; i < mails; i++) {
        TimeUnit.NANOSECONDS.sleep(begin + i * pause - System.nanoTime());
        put.put(Bundles.address(first + i), System.nanoTime());
        deliver(provider, first + i, "ack-" + i, bodies.get(i));
      }
      until(() -> outbox.first().keySet().containsAll(put.keySet()));
      List<Double> took =
          put.entrySet().stream()
              .map(each -> (outbox.first().get(each.getKey()) - each.getValue()) / 1e9)
              .sorted()
              .toList();
      String what = "acknowledgement at the unit's server, of %,d mails in %d s: ";
      String these = what.formatted(mails, mails * 60 / 500);
      table.took(these + "half within", took.get(mails / 2));
      table.took(these + "99 of 100 within", took.get(mails * 99 / 100));
      table.took(these + "the slowest", took.get(mails - 1));
    }
  }

  private List<byte[]> sound(int count) throws Exception {
    List<byte[]> bodies = new ArrayList<>();
    for (Path zip : bundles.next(count)) {
      bodies.add(Letters.enclosing(Files.readAllBytes(zip)));
    }
    return bodies;
  }

  private static void deliver(Provider provider, int unit, String subject, byte[] body) {
    provider.put(Letters.head(unit, subject, Letters.MIXED), body, Letters.now());
  }

  /** Good mails answered a second, alone and with a hostile one to every nine. */
  void hostile() throws Exception {
    try (Provider provider = new Provider(0);
        Office office = Office.open(root.resolve("hostile"), settings(provider))) {
      Hostile hostile = new Hostile(Files.readAllBytes(bundles.next(1).get(0)));
      Mixture mixture = new Mixture(office, provider, bundles, season / 10, hostile);
      mixture.compare(table);
    }
  }

  /** A mail of 100 MB through the jar under {@code -Xmx256m}. */
  void memory(Path jar) throws Exception {
    try (Provider provider = new Provider(0)) {
      int unit = bundles.unit();
      Path sound = bundles.next(1).get(0);
      Heap heap = new Heap(root, jar);
      long peak =
          heap.through(
              "mail-heap",
              folder -> {
                Path zip = folder.resolve("large.zip");
                Heap.enlarge(sound, zip, LARGE);
                byte[] body = Letters.enclosing(Files.readAllBytes(zip));
                System.out.printf("a mail of %,d bytes%n", body.length);
                deliver(provider, unit, "large", body);
              },
              (port, folder) -> {},
              settings(provider));
      table.alive("most heap alive, a mail of 100 MB, -Xmx256m", peak);
    }
  }

  static long count(JdbcClient jdbc, String sql) {
    return jdbc.sql(sql).query(Long.class).single();
  }

  static void until(BooleanSupplier done) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(20);
    while (!done.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("the office does not come to rest");
      }
      Thread.sleep(20);
    }
  }
}
