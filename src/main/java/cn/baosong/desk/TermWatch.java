package cn.baosong.desk;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.Deadline;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * Watches the terms and windows that run: they end by the clock alone, with nothing delivered. Each
 * hour of the office, whatever its clock's offset, the cases in which one runs are judged again;
 * and once a window has opened, those that were there before.
 */
public final class TermWatch {
  private final Calls calls;
  private final UnitCalls unitCalls;
  private final Clock clock;
  private final ZoneId zone;
  private Instant hour = Instant.MIN;
  private Instant lookedAt = Instant.MIN;

  /**
   * @param clock the office's clock
   * @param zone the office's zone, in which openings are meant
   */
  public TermWatch(Calls calls, UnitCalls unitCalls, Clock clock, ZoneId zone) {
    this.calls = calls;
    this.unitCalls = unitCalls;
    this.clock = clock;
    this.zone = zone;
  }

  /** One look. */
  public synchronized void look() {
    Instant now = clock.instant();
    boolean struck = !now.truncatedTo(ChronoUnit.HOURS).equals(hour);
    for (Call call : calls.live()) {
      if (struck) {
        unitCalls.requestRunning(call.id());
      }
      if (call.deadlines().stream().anyMatch(d -> opened(d, now))) {
        unitCalls.requestInReview(call.id());
      }
    }
    hour = now.truncatedTo(ChronoUnit.HOURS);
    lookedAt = now;
  }

  private boolean opened(Deadline deadline, Instant now) {
    return deadline
        .opens(zone)
        .filter(opens -> opens.isAfter(lookedAt) && !opens.isAfter(now))
        .isPresent();
  }
}
