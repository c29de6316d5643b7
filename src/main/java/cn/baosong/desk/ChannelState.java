package cn.baosong.desk;

import cn.baosong.core.submission.Outage;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How one source of a channel stands: whether it lives, and whether all that it holds is
 * registered.
 *
 * @param source what it holds against what is registered
 * @param signs what is wrong with it, the worst first
 * @param probe how the probes through it fare; empty where none was sent yet
 * @param proven until when it is certain that whatever arrived was seen, in office time
 * @param outages the last times in which it could not be looked into, the newest first
 */
public record ChannelState(
    Reconciliation.Source source,
    List<Sign> signs,
    Optional<ProbeDesk.State> probe,
    Optional<Instant> proven,
    List<Outage> outages) {
  public ChannelState {
    signs = signs.stream().sorted(Comparator.comparing(Sign::level).reversed()).toList();
    outages = List.copyOf(outages);
  }

  /** What an operator sees from afar. */
  public enum Level {
    WELL(0),
    WARNED(1),
    FAILED(2);

    private final int meter;

    Level(int meter) {
      this.meter = meter;
    }

    /** As a meter tells it. */
    public int meter() {
      return meter;
    }
  }

  /** What is wrong with a source. */
  public enum Sign {
    /** Two looks in a row failed. */
    UNREACHABLE(Level.FAILED),
    /** What is not of the line: a folder that hangs, a wrong clock. */
    FAULTY(Level.FAILED),
    /** No look succeeded for long, and none failed: nobody looks. */
    UNSEEN(Level.FAILED),
    /** A probe was sent and did not arrive. */
    PROBE_LOST(Level.FAILED),
    /** No probe could be sent, or it came back. */
    PROBE_UNSENT(Level.FAILED),
    /** It holds what could not be registered. */
    MISSING(Level.FAILED),
    /** The last look failed. */
    FALTERING(Level.WARNED),
    /** It holds what should be registered by now. */
    LATE(Level.WARNED),
    /** The provider takes our own probe for junk. */
    PROBE_IN_JUNK(Level.WARNED),
    /** Nothing came for hours of work, and no probe proves that anything could. */
    SILENT(Level.WARNED),
    /** Its password travels in clear. */
    IN_CLEAR(Level.WARNED);

    private final Level level;

    Sign(Level level) {
      this.level = level;
    }

    public Level level() {
      return level;
    }
  }

  /** That of the worst sign. */
  public Level level() {
    return signs.stream().map(Sign::level).max(Comparator.naturalOrder()).orElse(Level.WELL);
  }

  /** Items that it holds and the office has not registered. */
  public long missing() {
    return source.missing();
  }
}
