package cn.baosong.config;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * The office's clock: machine time plus an offset for training and for replaying a past season. The
 * only place that reads the machine's time.
 */
public final class OfficeClock extends Clock {
  private final Clock machine;
  private volatile Duration offset;

  public OfficeClock(Clock machine, Duration offset) {
    this.machine = machine;
    this.offset = offset;
  }

  /** The machine's own time, shifted; no other place reads it. */
  public static OfficeClock ofMachine(Duration offset) {
    return new OfficeClock(Clock.systemUTC(), offset);
  }

  /** Office time of an instant that the machine observed (decisions.md 16). */
  public Instant ofObserved(Instant observed) {
    return observed.plus(offset);
  }

  /** Goes on from another moment of office time: a training steps through a season. */
  public void moveTo(Instant moment) {
    offset = Duration.between(machine.instant(), moment);
  }

  /** Real time, for timers, leases and back-off. */
  public Clock machine() {
    return machine;
  }

  /** Nanoseconds from any origin, which nobody can set. */
  static long steady() {
    return System.nanoTime();
  }

  public Duration offset() {
    return offset;
  }

  @Override
  public Instant instant() {
    return ofObserved(machine.instant());
  }

  @Override
  public ZoneId getZone() {
    return machine.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new OfficeClock(machine.withZone(zone), offset);
  }
}
