package cn.baosong.core.submission;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** The instants between which something happened, both ends included. */
public record Interval(Instant earliest, Instant latest) {
  public Interval {
    if (latest.isBefore(earliest)) {
      throw new IllegalArgumentException("an interval does not end before it begins");
    }
  }

  public static Interval at(Instant instant) {
    return new Interval(instant, instant);
  }

  /** A stamp that prints whole seconds: the event lies anywhere in that second. */
  public static Interval second(Instant stamp) {
    Instant second = stamp.truncatedTo(ChronoUnit.SECONDS);
    return new Interval(second, second.plusSeconds(1).minusNanos(1));
  }

  /** A whole day in a zone, for evidence of day precision such as a postmark. */
  public static Interval day(LocalDate day, ZoneId zone) {
    return new Interval(
        day.atStartOfDay(zone).toInstant(),
        day.plusDays(1).atStartOfDay(zone).toInstant().minusNanos(1));
  }

  public Interval earlier(Interval other) {
    return other.earliest.isBefore(earliest) ? other : this;
  }
}
