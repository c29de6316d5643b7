package cn.baosong.core.check;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.Deadline;
import cn.baosong.core.call.WorkingDays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Until when a unit may deliver for a call, whatever the channel: of the deadlines that decide, the
 * one that ends first.
 *
 * @param strictest the first instant that one reading in play calls late
 * @param mostLenient the first instant that every reading calls late; empty while it hangs on a
 *     calendar year without data
 * @param zone in which the dates of the notice are meant
 */
public record Closing(
    Deadline deadline, Instant strictest, Optional<Instant> mostLenient, ZoneId zone) {

  /** Empty when no deadline of the call binds units of this kind. */
  public static Optional<Closing> of(
      Call call, String unitKind, WorkingDays calendar, ZoneId zone) {
    List<Deadline> all = Deadlines.ofKind(call, unitKind);
    List<Deadline> decisive = all.stream().filter(Deadline::decisive).toList();
    WorkingDays days = calendar.in(call.office().region());
    return (decisive.isEmpty() ? all : decisive)
        .stream()
            .map(deadline -> of(deadline, Limits.of(deadline, days, zone)))
            .min(Comparator.comparing(Closing::strictest));
  }

  private static Closing of(Deadline deadline, Limits limits) {
    return new Closing(deadline, limits.strictest(), limits.mostLenient(), limits.zone());
  }

  /** The last day on which a delivery is in time by every reading; it counts itself. */
  public LocalDate lastDay() {
    return strictest.minusNanos(1).atZone(zone).toLocalDate();
  }

  /** Days until the last one: 0 on the last day itself, negative behind it. */
  public long daysLeft(Instant now) {
    return ChronoUnit.DAYS.between(now.atZone(zone).toLocalDate(), lastDay());
  }

  /** Whether some reading in play calls late what is delivered now. */
  public boolean isPast(Instant now) {
    return !now.isBefore(strictest);
  }

  /** Whether deliveries are not taken yet. */
  public boolean isToOpen(Instant now) {
    return deadline.opens(zone).filter(now::isBefore).isPresent();
  }

  /** Whether all readings in play end at the same instant. */
  public boolean isSettled() {
    return mostLenient.filter(strictest::equals).isPresent();
  }
}
