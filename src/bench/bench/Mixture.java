package bench;

import static bench.MailFigures.count;
import static bench.MailFigures.until;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The same office with good mails alone and with hostile ones among them, by turns in the order
 * ABBA, so that whatever warms or slows the machine meanwhile falls on both alike.
 */
final class Mixture {
  private static final int WARMING = Integer.getInteger("bench.warming", 2);
  private static final int PAIRS = Integer.getInteger("bench.pairs", 6);

  private final JdbcClient jdbc;
  private final Provider provider;
  private final Bundles bundles;
  private final int good;
  private final Hostile hostile;

  Mixture(Office office, Provider provider, Bundles bundles, int good, Hostile hostile) {
    this.jdbc = office.part(JdbcClient.class);
    this.provider = provider;
    this.bundles = bundles;
    this.good = good;
    this.hostile = hostile;
  }

  /**
   * From the first arrival.
   *
   * @param decided until the decision on the last good one
   * @param answered until its letter is printed
   * @param processor until then, of the office and its readers, and of the mailbox that they read
   */
  private record Leg(double decided, double answered, double processor) {}

  void compare(Table table) throws Exception {
    for (int i = 0; i < WARMING; i++) {
      leg(false);
      leg(true);
    }
    List<Double> decided = new ArrayList<>();
    List<Double> answered = new ArrayList<>();
    List<Double> processor = new ArrayList<>();
    for (int pair = 0; pair < PAIRS; pair++) {
      boolean aloneFirst = pair % 2 == 0;
      Leg first = leg(!aloneFirst);
      Leg second = leg(aloneFirst);
      Leg alone = aloneFirst ? first : second;
      Leg mixed = aloneFirst ? second : first;
      decided.add(alone.decided / mixed.decided);
      answered.add(alone.answered / mixed.answered);
      processor.add(alone.processor / mixed.processor);
      System.out.printf(
          "pair %d: alone %s, mixed %s: %.2f decided, %.2f answered, %.2f processor%n",
          pair + 1, alone, mixed, last(decided), last(answered), last(processor));
    }
    String what = "%d good mails beside %d hostile ones, %d pairs, as a share of alone: ";
    String these = what.formatted(good, good / 9, PAIRS);
    table.ratio(these + "decided a second", decided);
    table.ratio(these + "answered a second", answered);
    table.ratio(these + "by processor time until the last good one is answered", processor);
  }

  private static double last(List<Double> all) {
    return all.get(all.size() - 1);
  }

  private Leg leg(boolean mixed) throws Exception {
    List<Mail> mails = mails(mixed);
    long decidedBefore = count(jdbc, DECIDED);
    long answeredBefore = count(jdbc, ANSWERED);
    double used = Cost.used();
    long from = System.nanoTime();
    mails.forEach(mail -> provider.put(mail.head(), mail.body(), Letters.now()));
    until(() -> count(jdbc, DECIDED) >= decidedBefore + good);
    double decided = (System.nanoTime() - from) / 1e9;
    until(() -> count(jdbc, ANSWERED) >= answeredBefore + good);
    Leg leg = new Leg(decided, (System.nanoTime() - from) / 1e9, Cost.used() - used);
    rest(mails.size() - good, from);
    return leg;
  }

  private static final String DECIDED =
      "select count(*) from submission where name like 'good-%' and state = 'PROCESSED'";

  private static final String ANSWERED =
      "select count(*) from letter where kind = 'ACCEPTANCE' and state = 'SENT'";

  private record Mail(byte[] head, byte[] body) {}

  private List<Mail> mails(boolean mixed) throws Exception {
    List<Mail> mails = new ArrayList<>();
    for (int i = 0; i < good; i++) {
      if (mixed && i % 9 == 4 && i / 9 < good / 9) {
        byte[][] bad = hostile.next();
        mails.add(new Mail(bad[0], bad[1]));
      }
      int unit = bundles.unit();
      Path zip = bundles.next(1).get(0);
      byte[] head = Letters.head(unit, "good-" + unit, Letters.MIXED);
      mails.add(new Mail(head, Letters.enclosing(Files.readAllBytes(zip))));
    }
    return mails;
  }

  /** Nothing of one turn is done in the next. */
  private void rest(int bad, long from) throws InterruptedException {
    until(() -> count(jdbc, "select count(*) from submission where needs_opening = true") == 0);
    if (bad > 0) {
      double seconds = (System.nanoTime() - from) / 1e9;
      System.out.printf("%d hostile ones: the last is opened after %.1f s%n", bad, seconds);
    }
    until(() -> count(jdbc, "select count(*) from submission where state = 'RECEIVED'") == 0);
    until(() -> count(jdbc, "select count(*) from letter where state = 'WAITING'") == 0);
  }
}
