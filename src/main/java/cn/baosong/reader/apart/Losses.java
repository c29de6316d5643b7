package cn.baosong.reader.apart;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The readers that were lost over one package. A file that used up its time is left out of the next
 * try; one at which a reader died otherwise gets a second chance, for the machine may be to blame.
 */
final class Losses {
  private static final int CHANCES = 2;
  private static final int MOST = 6;

  private final Set<String> skipped = new HashSet<>();
  private final Map<Optional<String>, Integer> times = new HashMap<>();
  private int all;

  void add(Ending.Lost lost) {
    all++;
    int chances = lost.loss() == Loss.TIME ? 1 : CHANCES;
    if (times.merge(lost.document(), 1, Integer::sum) >= chances) {
      lost.document().ifPresent(skipped::add);
    }
  }

  Set<String> skipped() {
    return Set.copyOf(skipped);
  }

  /** Whether the package as a whole is a person's: too much of it, or the unpacking itself. */
  boolean areTooMany() {
    return all >= MOST || times.getOrDefault(Optional.<String>empty(), 0) >= CHANCES;
  }
}
