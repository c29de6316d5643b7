package cn.baosong.desk.night;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.Deadline;
import cn.baosong.core.call.WorkingDays;
import cn.baosong.core.check.DeadlineSpan;
import cn.baosong.core.submission.Interval;
import cn.baosong.desk.night.Ending.Roll;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** When the deadlines of a call end, by all readings that are in play. */
public final class Endings {
  private final WorkingDays days;
  private final ZoneId zone;

  /**
   * @param zone the office's zone, in which deadlines are meant
   */
  public Endings(WorkingDays days, ZoneId zone) {
    this.days = days;
    this.zone = zone;
  }

  /** The soonest first. */
  public List<Ending> of(Call call) {
    WorkingDays there = days.in(call.office().region());
    return call.deadlines().stream()
        .map(d -> new Ending(d, DeadlineSpan.of(d, there, zone), roll(d, there)))
        .sorted(Comparator.comparing(ending -> ending.ends().earliest()))
        .toList();
  }

  /** Whether one of them ends between two moments, by any reading. */
  public boolean areBetween(Call call, Instant from, Instant to) {
    return of(call).stream()
        .map(Ending::ends)
        .anyMatch(end -> from.isBefore(end.latest()) && !to.isBefore(end.earliest()));
  }

  /** From the strictest reading of the first deadline to the most lenient of the last. */
  public Optional<Interval> night(Call call) {
    List<Ending> all = of(call);
    return all.stream()
        .map(ending -> ending.ends().latest())
        .max(Comparator.naturalOrder())
        .map(latest -> new Interval(all.get(0).ends().earliest(), latest));
  }

  /** The soonest deadline that is not past; the last one when all are. */
  public static Optional<Ending> next(List<Ending> endings, Instant now) {
    return endings.stream()
        .filter(ending -> now.isBefore(ending.ends().latest()))
        .findFirst()
        .or(() -> endings.stream().max(Comparator.comparing(ending -> ending.ends().latest())));
  }

  private static Roll roll(Deadline deadline, WorkingDays days) {
    Optional<Boolean> works = days.isWorkingDay(deadline.date());
    if (works.orElse(false)) {
      return Roll.WORKING_DAY;
    }
    if (deadline.rollForward().size() > 1) {
      return works.isEmpty() ? Roll.NO_CALENDAR : Roll.UNSETTLED;
    }
    boolean moves = deadline.rollForward().contains(true);
    return !moves ? Roll.STAYS : works.isEmpty() ? Roll.NO_CALENDAR : Roll.MOVES;
  }
}
