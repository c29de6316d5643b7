package cn.baosong.desk.night;

import cn.baosong.core.call.Deadline;
import cn.baosong.core.submission.Interval;
import java.time.Duration;
import java.time.Instant;

/**
 * How one deadline of a call stands at a moment.
 *
 * @param ends from the strictest reading in play to the most lenient one
 * @param roll whether a day off moves it
 */
public record Ending(Deadline deadline, Interval ends, Roll roll) {

  /** What of a last day that is a day off (domain.md, A10). */
  public enum Roll {
    /** Its last day is a working day: nothing to settle. */
    WORKING_DAY,
    /** Settled: it moves to the next working day. */
    MOVES,
    /** Settled: it stays where it is. */
    STAYS,
    /** Nobody has settled it: what comes in between goes to a person. */
    UNSETTLED,
    /** The calendar of that year is not loaded: nothing is late by machine. */
    NO_CALENDAR
  }

  /** Where a moment lies. */
  public enum Phase {
    OPEN,
    /** Less than a day is left by the strictest reading. */
    LAST_DAY,
    /** Past by one reading and not by another. */
    IN_QUESTION,
    PAST
  }

  private static final Duration DAY = Duration.ofDays(1);

  public Phase phase(Instant now) {
    if (!now.isBefore(ends.latest())) {
      return Phase.PAST;
    }
    if (!now.isBefore(ends.earliest())) {
      return Phase.IN_QUESTION;
    }
    return left(now).compareTo(DAY) <= 0 ? Phase.LAST_DAY : Phase.OPEN;
  }

  /** To the end of the strictest reading, then to that of the most lenient; zero behind it. */
  public Duration left(Instant now) {
    Instant next = now.isBefore(ends.earliest()) ? ends.earliest() : ends.latest();
    Duration left = Duration.between(now, next);
    return left.isNegative() ? Duration.ZERO : left;
  }

  /** Whether readings differ. */
  public boolean isWide() {
    return ends.latest().isAfter(ends.earliest());
  }
}
