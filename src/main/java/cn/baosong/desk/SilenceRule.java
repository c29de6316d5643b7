package cn.baosong.desk;

import cn.baosong.core.call.WorkingDays;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * After how many hours of work without a message an office wonders.
 *
 * @param days the working days; in a year without data those from Monday to Friday
 * @param opens when the office begins to work
 * @param closes when it ends
 * @param patience hours of work without a message; never when zero
 * @param clock of the office
 */
public record SilenceRule(
    WorkingDays days,
    ZoneId zone,
    LocalTime opens,
    LocalTime closes,
    Duration patience,
    Clock clock) {
  private static final int LONGEST_DAYS = 31;

  /** Whether it has been silent for too long since a message. */
  public boolean isSilent(Instant last) {
    return !patience.isZero() && worked(last).compareTo(patience) >= 0;
  }

  /** Hours of work since then; no more than a month is looked at. */
  private Duration worked(Instant since) {
    ZonedDateTime now = clock.instant().atZone(zone);
    ZonedDateTime from = since.atZone(zone);
    LocalDate earliest = now.toLocalDate().minusDays(LONGEST_DAYS);
    LocalDate first = from.toLocalDate();
    Duration sum = Duration.ZERO;
    LocalDate day = first.isBefore(earliest) ? earliest : first;
    for (; !day.isAfter(now.toLocalDate()); day = day.plusDays(1)) {
      if (works(day)) {
        sum = sum.plus(within(day, from, now));
      }
    }
    return sum;
  }

  private Duration within(LocalDate day, ZonedDateTime from, ZonedDateTime now) {
    ZonedDateTime begin = day.atTime(opens).atZone(zone);
    ZonedDateTime end = day.atTime(closes).atZone(zone);
    ZonedDateTime later = begin.isAfter(from) ? begin : from;
    ZonedDateTime sooner = end.isBefore(now) ? end : now;
    Duration span = Duration.between(later, sooner);
    return span.isNegative() ? Duration.ZERO : span;
  }

  private boolean works(LocalDate day) {
    DayOfWeek week = day.getDayOfWeek();
    boolean usual = week != DayOfWeek.SATURDAY && week != DayOfWeek.SUNDAY;
    return days.isWorkingDay(day).orElse(usual);
  }
}
