package cn.baosong.desk.route;

import cn.baosong.desk.Routes.Queue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What waits before the steps that are joined by rows of the database. */
public interface Backlogs {
  /** Every queue, also the empty ones, in the order of the hops. */
  List<Backlog> all();

  /**
   * One queue.
   *
   * @param waiting that could be taken now, no more than {@link #MOST}
   * @param oldest since when the first has waited, in real time; empty when nothing waits or nobody
   *     knows
   */
  record Backlog(Queue queue, long waiting, Optional<Instant> oldest) {
    /** Nobody counts beyond. */
    public static final int MOST = 10_000;

    static final int MANY = 100;
    static final int TOO_MANY = 1_000;
    static final Duration LONG = Duration.ofMinutes(2);
    static final Duration TOO_LONG = Duration.ofMinutes(15);

    /** How it stands: by how many wait, and by how long the first has waited. */
    public Level level(Instant now) {
      Duration waited = oldest.map(since -> Duration.between(since, now)).orElse(Duration.ZERO);
      if (waiting >= TOO_MANY || waited.compareTo(TOO_LONG) >= 0) {
        return Level.RED;
      }
      return waiting >= MANY || waited.compareTo(LONG) >= 0 ? Level.YELLOW : Level.GREEN;
    }
  }

  /** The three lamps. */
  enum Level {
    GREEN,
    YELLOW,
    RED
  }
}
