package cn.baosong.reader.apart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class HeartTest {
  @Test
  void saysThatAPackageIsStillReadAndGoesOnWhenNobodyHears() {
    AtomicInteger beats = new AtomicInteger();
    try (Heart heart =
        new Heart(
            () -> {
              beats.incrementAndGet();
              throw new IllegalStateException("the database is gone");
            },
            Duration.ofMillis(10))) {
      Awaitility.await()
          .untilAsserted(
              () -> {
                heart.beat();
                assertThat(beats).hasValueGreaterThan(2);
              });
    }
  }

  @Test
  void isSilentWhileAPackageTakesNoTime() {
    AtomicInteger beats = new AtomicInteger();
    try (Heart heart = new Heart(beats::incrementAndGet)) {
      heart.beat();
    }
    assertThat(beats).hasValue(0);
  }
}
