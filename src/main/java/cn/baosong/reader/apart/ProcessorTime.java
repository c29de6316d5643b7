package cn.baosong.reader.apart;

import java.time.Duration;
import java.util.Optional;

/**
 * Whether a reader has used up the processor's time for one package. Time that it waited for the
 * processor does not count, so that nothing becomes costly by what else the machine does.
 */
final class ProcessorTime {
  private static final Duration LOOK = Duration.ofMillis(500);

  private final ProcessHandle reader;
  private final Optional<Duration> end;
  private final Deadline next = new Deadline(LOOK);

  /**
   * @param most empty when any time will do; a system that does not tell the time sets no limit
   */
  ProcessorTime(Process reader, Optional<Duration> most) {
    this.reader = reader.toHandle();
    this.end = most.flatMap(time -> spent().map(time::plus));
  }

  boolean isOver() {
    if (end.isEmpty() || !next.passed()) {
      return false;
    }
    next.renew();
    return spent().filter(now -> now.compareTo(end.get()) > 0).isPresent();
  }

  private Optional<Duration> spent() {
    return reader.info().totalCpuDuration();
  }
}
