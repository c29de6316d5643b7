package cn.baosong.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the pages and the machine interface know of the office.
 *
 * @param clock the office's clock, which may run with an offset
 * @param machine real time, for sessions, tokens and back-off
 * @param zone in which times are shown
 * @param shift how far the office's clock stands from real time; a banner shows when not zero
 * @param adminPassword of the first account, when it is set and not to be generated
 */
public record WebOffice(
    Clock clock,
    Clock machine,
    ZoneId zone,
    Supplier<Duration> shift,
    Optional<String> adminPassword) {

  /** How far the office's clock stands from real time now. */
  public Duration offset() {
    return shift.get();
  }

  /** An instant in ISO 8601, with seconds and the office's offset. */
  public String at(Instant instant) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(zone));
  }

  @Override
  public String toString() {
    return "the office in " + zone;
  }
}
