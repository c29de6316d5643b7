package cn.baosong.camel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Whether the machine's clock can be believed: somebody may set it, and a provider's stamps may
 * contradict it. While it cannot, no verdict rests on it (domain.md F2). A machine that slept looks
 * like one whose clock was set.
 */
public final class ClockWatch {
  /** Further than a clock is ever slewed between two arrivals. */
  private static final Duration STEP = Duration.ofSeconds(30);

  /** How far two honest clocks may differ. */
  private static final Duration LIMIT = Duration.ofMinutes(2);

  /** Looks further apart prove nothing of the clock. */
  private static final Duration CLOSE = Duration.ofMinutes(10);

  private final Clock machine;
  private final LongSupplier nanos;
  private Instant wall;
  private long steady;
  private Duration set = Duration.ZERO;
  private Duration contradicted = Duration.ZERO;

  /**
   * @param machine the clock in question
   * @param nanos a count that nobody can set
   */
  public ClockWatch(Clock machine, LongSupplier nanos) {
    this.machine = machine;
    this.nanos = nanos;
    this.wall = machine.instant();
    this.steady = nanos.getAsLong();
  }

  /**
   * Compares with the stamp that a provider put on a mail when it came.
   *
   * @param before the last look that did not show it, in machine time
   * @param seen the first that did
   */
  public synchronized void stamped(Instant stamp, Optional<Instant> before, Instant seen) {
    if (stamp.isAfter(seen.plus(LIMIT))) {
      contradicted = Duration.between(seen, stamp);
    } else if (before
        .filter(last -> !stamp.isBefore(last.minus(LIMIT)))
        .filter(last -> Duration.between(last, seen).abs().compareTo(CLOSE) < 0)
        .isPresent()) {
      contradicted = Duration.ZERO;
      set = Duration.ZERO;
    }
  }

  /** Why the clock cannot be believed now, in words for operator and clerk. */
  public synchronized Optional<String> doubt() {
    Instant now = machine.instant();
    long count = nanos.getAsLong();
    Duration step = Duration.between(wall, now).minusNanos(count - steady);
    wall = now;
    steady = count;
    if (step.abs().compareTo(STEP) > 0) {
      set = set.plus(step);
    }
    if (contradicted.compareTo(LIMIT) > 0) {
      return Optional.of(told("比邮件服务商的时钟慢 " + minutes(contradicted)));
    }
    return set.abs().compareTo(LIMIT) > 0
        ? Optional.of(told("被拨" + (set.isNegative() ? "慢 " : "快 ") + minutes(set) + "（或机器曾休眠）"))
        : Optional.empty();
  }

  private static String told(String what) {
    return "本机时钟" + what + "，请校时后重启；在此之前不以本机时间认定逾期，由工作人员认定";
  }

  private static String minutes(Duration off) {
    return off.abs().plusSeconds(30).toMinutes() + " 分钟";
  }
}
