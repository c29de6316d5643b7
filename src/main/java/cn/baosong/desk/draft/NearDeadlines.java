package cn.baosong.desk.draft;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.Deadline;
import cn.baosong.core.call.WorkingDays;
import cn.baosong.core.check.DeadlineSpan;
import cn.baosong.core.submission.Interval;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** Which deadlines are so near that units can hardly follow a change of the rules. */
public final class NearDeadlines {
  /** Hours before the strictest reading of a deadline, until the most lenient one. */
  public static final int HOURS = 72;

  private final WorkingDays days;
  private final Clock clock;
  private final ZoneId zone;

  /**
   * @param clock the office's clock
   * @param zone the office's zone, in which deadlines are meant
   */
  public NearDeadlines(WorkingDays days, Clock clock, ZoneId zone) {
    this.days = days;
    this.clock = clock;
    this.zone = zone;
  }

  List<Deadline> of(Call call) {
    Instant now = clock.instant();
    WorkingDays there = days.in(call.office().region());
    return call.deadlines().stream()
        .filter(deadline -> isNear(DeadlineSpan.of(deadline, there, zone), now))
        .toList();
  }

  private static boolean isNear(Interval ends, Instant now) {
    return !now.isBefore(ends.earliest().minus(Duration.ofHours(HOURS)))
        && now.isBefore(ends.latest());
  }
}
