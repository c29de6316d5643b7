package cn.baosong.web.page.dossier;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Where instants lie on an axis that is drawn from left to right.
 *
 * @param from the left end
 * @param to the right end
 */
record TimeScale(Instant from, Instant to) {
  private static final Duration LEAST = Duration.ofDays(2);
  private static final double MARGIN = 0.08;
  private static final int TICKS = 5;
  private static final double WHOLE = 100;

  /** Holds all the instants with some room on both sides. */
  static TimeScale holding(Collection<Instant> shown) {
    Instant first = Collections.min(shown);
    Instant last = Collections.max(shown);
    Duration seen = Duration.between(first, last);
    Duration span = seen.compareTo(LEAST) < 0 ? LEAST : seen;
    Duration room = span.minus(seen).dividedBy(2).plusSeconds((long) (span.toSeconds() * MARGIN));
    return new TimeScale(first.minus(room), last.plus(room));
  }

  boolean shows(Instant at) {
    return !at.isBefore(from) && !at.isAfter(to);
  }

  /** Percent of the width from the left. */
  double at(Instant instant) {
    double share =
        (double) Duration.between(from, instant).toMillis() / Duration.between(from, to).toMillis();
    return Math.max(0, Math.min(WHOLE, share * WHOLE));
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f%%", share);
  }

  /** The beginnings of some days, evenly apart. */
  List<LocalDate> days(ZoneId zone) {
    LocalDate first = from.atZone(zone).toLocalDate().plusDays(1);
    LocalDate last = to.atZone(zone).toLocalDate();
    long many = Math.max(1, last.toEpochDay() - first.toEpochDay() + 1);
    long step = Math.max(1, (many + TICKS - 1) / TICKS);
    List<LocalDate> days = new ArrayList<>();
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(step)) {
      days.add(day);
    }
    return days;
  }
}
