package cn.baosong.core.call;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * From when on deliveries are taken (自…起).
 *
 * @param local as the notice prints it
 * @param offset written beside it; empty means the zone of the office
 */
public record Opening(LocalDateTime local, Optional<ZoneOffset> offset) {

  /**
   * Reads a day, whose first instant is meant, or a moment with or without offset.
   *
   * @throws java.time.DateTimeException when it is neither
   */
  public static Opening parse(String text) {
    String[] parts = text.strip().split("[T ]", 2);
    LocalDate day = LocalDate.parse(parts[0]);
    if (parts.length == 1) {
      return new Opening(day.atStartOfDay(), Optional.empty());
    }
    String[] time = parts[1].split("(?=[Z+-])", 2);
    return new Opening(
        LocalDateTime.parse(parts[0] + "T" + time[0]),
        time.length == 1 ? Optional.empty() : Optional.of(ZoneOffset.of(time[1])));
  }

  public Instant instant(ZoneId office) {
    return local.atZone(offset.map(ZoneId.class::cast).orElse(office)).toInstant();
  }
}
