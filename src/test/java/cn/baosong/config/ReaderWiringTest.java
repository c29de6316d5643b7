package cn.baosong.config;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.reader.apart.ReaderCommand;
import cn.baosong.reader.apart.ReaderLimits;
import cn.baosong.reader.apart.ReaderPool;
import cn.baosong.reader.apart.Readers;
import cn.baosong.reader.archive.ArchiveLimits;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;

class ReaderWiringTest {
  private static final ReaderCommand NO_READER =
      new ReaderCommand(ReaderWiringTest.class, 32 << 20);

  @TempDir Path work;

  @Test
  void tellsTheOperatorThatNoReaderCanBeStartedWhileAPackageWaits() throws Exception {
    ExecutorService counter = Executors.newSingleThreadExecutor();
    try (Readers readers = new Readers(NO_READER, work, 1)) {
      HealthIndicator told = new ReaderWiring().readersHealthIndicator(readers);
      assertThat(told.health().getStatus()).isEqualTo(Status.UP);
      Duration minute = Duration.ofMinutes(1);
      ReaderPool pool =
          new ReaderPool(readers, new ReaderLimits(minute, minute), ArchiveLimits.safe(), 1);
      counter.submit(() -> pool.open(work, "a", () -> {}));
      Awaitility.await().atMost(minute).until(() -> readers.trouble().isPresent());
      Health down = told.health();
      assertThat(down.getStatus()).isEqualTo(Status.DOWN);
      assertThat(down.getDetails()).containsEntry("running", 0).containsEntry("busy", 1);
      assertThat(String.valueOf(down.getDetails().get("error"))).contains("does not start");
    } finally {
      counter.shutdownNow();
    }
  }

  @Test
  void countsReadersForTheMonitor() throws Exception {
    try (Readers readers = new Readers(NO_READER, work, 2)) {
      SimpleMeterRegistry registry = new SimpleMeterRegistry();
      new ReaderWiring().readerMeters(readers).bindTo(registry);
      assertThat(registry.get("baosong.readers.lost").functionCounters()).hasSize(3);
      assertThat(registry.get("baosong.readers.busy").gauge().value()).isZero();
    }
  }
}
