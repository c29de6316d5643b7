package cn.baosong.desk;

import cn.baosong.core.call.Call;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Watches the terms and windows that run: they end by the clock alone, with nothing delivered. Each
 * hour of the office, whatever its clock's offset, the cases in which one runs are judged again.
 */
public final class TermWatch {
  private final Calls calls;
  private final UnitCalls unitCalls;
  private final Clock clock;
  private Instant lookedAt = Instant.MIN;

  /**
   * @param clock the office's clock
   */
  public TermWatch(Calls calls, UnitCalls unitCalls, Clock clock) {
    this.calls = calls;
    this.unitCalls = unitCalls;
    this.clock = clock;
  }

  /** One look. */
  public synchronized void look() {
    Instant hour = clock.instant().truncatedTo(ChronoUnit.HOURS);
    if (hour.equals(lookedAt)) {
      return;
    }
    for (Call call : calls.live()) {
      unitCalls.requestRunning(call.id());
    }
    lookedAt = hour;
  }
}
