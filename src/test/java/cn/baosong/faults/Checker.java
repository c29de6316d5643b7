package cn.baosong.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares what was dropped with inbox, archive, journal, database and letters. It shares no code
 * with the office; it reads what lies on disk. A fault that begins with {@code LOST} or {@code
 * DOUBLED} is one that the office promises never to commit.
 */
public final class Checker {
  private final Path home;
  private final Path inbox;
  private final Blobs blobs;
  private final PrintedFiles letters;

  public Checker(Path home, Path inbox) {
    this.home = home;
    this.inbox = inbox;
    this.blobs = new Blobs(home);
    this.letters = new PrintedFiles(home);
  }

  /** What must hold at any moment, whatever the office was doing when it died. */
  public List<String> afterKill(List<Drop> drops) throws IOException {
    Chain chain = Chain.of(home);
    List<String> faults = new ArrayList<>(chain.faults());
    Receipts receipts = Receipts.of(chain);
    Inbox left = Inbox.of(inbox);
    for (Drop drop : drops) {
      List<Receipts.Arrival> arrivals = receipts.of(drop);
      if (arrivals.isEmpty() && !left.holds(drop)) {
        faults.add("LOST " + drop.name() + ": neither in the inbox nor in the journal");
      }
      registered(drop, arrivals, false, faults);
    }
    equalBytes(receipts, faults);
    letters.check(chain, faults);
    return faults;
  }

  /** What must hold once nothing waits any more. */
  public List<String> atRest(List<Drop> drops, Connection database)
      throws IOException, SQLException {
    List<String> faults = new ArrayList<>();
    for (Path entry : Inbox.leftIn(inbox)) {
      faults.add("inbox: " + inbox.relativize(entry) + " was left");
    }
    Chain chain = Chain.of(home);
    faults.addAll(chain.faults());
    if (chain.torn()) {
      faults.add("journal: its last line is torn");
    }
    Receipts receipts = Receipts.of(chain);
    for (Drop drop : drops) {
      List<Receipts.Arrival> arrivals = receipts.of(drop);
      if (arrivals.isEmpty()) {
        faults.add("LOST " + drop.name() + " was never registered");
      }
      registered(drop, arrivals, true, faults);
    }
    equalBytes(receipts, faults);
    blobs.strays(receipts, faults);
    letters.check(chain, faults);
    letters.complete(chain, faults);
    new Outcomes(chain, receipts, faults).check(drops);
    new Rows(database, chain, faults).check(receipts);
    return faults;
  }

  private void registered(
      Drop drop, List<Receipts.Arrival> arrivals, boolean again, List<String> faults)
      throws IOException {
    if (arrivals.size() > 1) {
      faults.add("DOUBLED " + drop.name() + " was registered " + arrivals.size() + " times");
    }
    for (Receipts.Arrival arrival : arrivals) {
      blobs.check(drop, arrival, again, faults);
    }
  }

  private static void equalBytes(Receipts receipts, List<String> faults) {
    Map<String, String> numbers = new HashMap<>();
    for (Receipts.Arrival arrival : receipts.all()) {
      String other = numbers.putIfAbsent(arrival.digest(), arrival.submission());
      if (other != null && !other.equals(arrival.submission())) {
        faults.add("DOUBLED equal bytes are " + other + " and " + arrival.submission());
      }
    }
  }
}
