package cn.baosong.core.check;

import cn.baosong.core.call.Deadline;
import cn.baosong.core.call.WorkingDays;
import cn.baosong.core.submission.Interval;
import java.time.ZoneId;

/** Between which two instants a deadline ends, by all readings that are in play. */
public final class DeadlineSpan {
  private DeadlineSpan() {}

  /** From the strictest reading to the most lenient one that the calendar knows. */
  public static Interval of(Deadline deadline, WorkingDays days, ZoneId zone) {
    Limits limits = Limits.of(deadline, days, zone);
    return new Interval(limits.strictest(), limits.furthest());
  }
}
