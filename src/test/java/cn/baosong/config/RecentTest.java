package cn.baosong.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RecentTest {
  private final AtomicLong nanos = new AtomicLong(-7);
  private final AtomicInteger asked = new AtomicInteger();
  private final Recent<Integer> recent = new Recent<>(asked::incrementAndGet, nanos::get);

  @Test
  void asksOnceHoweverOftenMetersAreReadWithinFiveSeconds() {
    for (int i = 0; i < 100; i++) {
      assertThat(recent.get()).isEqualTo(1);
    }
    nanos.addAndGet(TimeUnit.SECONDS.toNanos(5));
    assertThat(recent.get()).isEqualTo(2);
    assertThat(recent.get()).isEqualTo(2);
  }
}
