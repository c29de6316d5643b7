package cn.baosong.camel.folder;

import cn.baosong.desk.Reconciliation;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What one look at a folder has seen so far. */
final class Look {
  /** More names than these help nobody; the rest is a number. */
  private static final int MOST_NAMED = 1_000;

  private final Instant begun;
  private final Optional<Instant> previous;
  private final Set<Path> present = new HashSet<>();
  private final List<Reconciliation.Item> waiting = new ArrayList<>();
  private int room;
  private int ignored;
  private int passedOver;
  private int unnamed;

  /**
   * @param begun what is not seen now was not there then
   * @param previous the last look that saw the folder whole
   * @param room for so many claims more
   */
  Look(Instant begun, Optional<Instant> previous, int room) {
    this.begun = begun;
    this.previous = previous;
    this.room = room;
  }

  Instant begun() {
    return begun;
  }

  Optional<Instant> previous() {
    return previous;
  }

  void saw(Path entry) {
    present.add(entry);
  }

  Set<Path> present() {
    return present;
  }

  /** Claims wait for the pick-up already; more would only lie in another place. */
  boolean isFull() {
    return room <= 0;
  }

  void claimed() {
    room--;
  }

  void passedOver() {
    passedOver++;
  }

  boolean isWhole() {
    return passedOver == 0;
  }

  void ignored(int leavings) {
    ignored += leavings;
  }

  int ignored() {
    return ignored;
  }

  void waits(Reconciliation.Item item) {
    if (waiting.size() < MOST_NAMED) {
      waiting.add(item);
    } else {
      unnamed++;
    }
  }

  List<Reconciliation.Item> waiting() {
    return waiting;
  }

  /** What waits beside those that are named. */
  int unnamed() {
    return unnamed + passedOver;
  }
}
