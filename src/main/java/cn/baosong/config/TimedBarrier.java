package cn.baosong.config;

import cn.baosong.desk.Barrier;
import cn.baosong.store.Journal;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;

/** The journal's barrier, with how long those who wait for it have waited. */
public final class TimedBarrier implements Barrier {
  private static final Duration[] STEPS = {
    Duration.ofMillis(10),
    Duration.ofMillis(50),
    Duration.ofMillis(200),
    Duration.ofSeconds(1),
    Duration.ofSeconds(5)
  };

  private final Journal journal;
  private final ObjectProvider<MeterRegistry> registry;

  /**
   * @param registry asked for at the first wait: meters read the record, which the journal restores
   */
  TimedBarrier(Journal journal, ObjectProvider<MeterRegistry> registry) {
    this.journal = journal;
    this.registry = registry;
  }

  @Override
  public void await() throws InterruptedException {
    Timer.Sample sample = Timer.start();
    try {
      journal.await();
    } finally {
      sample.stop(timer());
    }
  }

  private Timer timer() {
    return Timer.builder("baosong.barrier")
        .description("until what was committed is journaled and on disk, so that it may leave")
        .serviceLevelObjectives(STEPS)
        .register(registry.getObject());
  }
}
