package cn.baosong.core.check;

import cn.baosong.core.call.Deadline;
import cn.baosong.core.call.WorkingDays;
import cn.baosong.core.check.TimeVerdict.Value;
import cn.baosong.core.submission.Interval;
import cn.baosong.core.submission.TimeEvidence;
import cn.baosong.core.submission.TrustClass;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the readings in play make of a deadline: the interpretation interval (domain.md, section 0).
 * Each limit is the first instant that is no longer in time.
 *
 * @param mostLenient empty while a reading needs a calendar year that has no data: nothing is late
 *     then
 * @param zone the zone in which the dates of the notice are meant
 */
record Limits(Instant strictest, Optional<Instant> mostLenient, ZoneId zone) {

  static Limits of(Deadline deadline, WorkingDays calendar, ZoneId zone) {
    List<Instant> known = new ArrayList<>();
    boolean open = false;
    for (boolean inclusive : deadline.dayInclusive()) {
      LocalDate nominal = inclusive ? deadline.date() : deadline.date().minusDays(1);
      for (boolean rolls : deadline.rollForward()) {
        Optional<LocalDate> last = rolls ? calendar.workingDayFrom(nominal) : Optional.of(nominal);
        open |= last.isEmpty();
        // A roll only ever lengthens, so the nominal day bounds it from below.
        known.add(end(last.orElse(nominal), deadline, zone));
      }
    }
    Instant latest = known.stream().max(Instant::compareTo).orElseThrow();
    return new Limits(
        known.stream().min(Instant::compareTo).orElseThrow(),
        open ? Optional.empty() : Optional.of(latest),
        zone);
  }

  /**
   * Holds one piece of evidence against the interval. What the sender claims decides nothing; an
   * instant on the limit itself, 24:00:00, belongs to both days and so to a person (decisions 12).
   */
  Value judge(TimeEvidence evidence) {
    if (evidence.trust() == TrustClass.C) {
      return Value.UNDETERMINED;
    }
    Interval when = evidence.day().map(d -> Interval.day(d, zone)).orElse(evidence.interval());
    if (when.latest().isBefore(strictest)) {
      return Value.ON_TIME;
    }
    return mostLenient.filter(end -> isPast(when.earliest(), end, evidence)).isPresent()
        ? Value.LATE
        : Value.UNDETERMINED;
  }

  /** The end of the interval as far as it is known. */
  Instant furthest() {
    return mostLenient.orElse(strictest);
  }

  private static boolean isPast(Instant earliest, Instant end, TimeEvidence evidence) {
    return earliest.isAfter(end) || (evidence.day().isPresent() && earliest.equals(end));
  }

  private static Instant end(LocalDate day, Deadline deadline, ZoneId zone) {
    return deadline
        .timeOfDay()
        .map(time -> day.atTime(time).atZone(zone).toInstant())
        .orElse(day.plusDays(1).atStartOfDay(zone).toInstant());
  }
}
