package cn.baosong.camel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** T10: the clock of the machine against what nobody can set. */
class ClockWatchTest {
  private Instant now = Instant.parse("2020-03-31T15:00:00Z");
  private long nanos;
  private final ClockWatch watch = new ClockWatch(new Steered(), () -> nanos);

  private final class Steered extends Clock {
    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private void passes(Duration time) {
    now = now.plus(time);
    nanos += time.toNanos();
  }

  @Test
  void believesAClockThatGoesOn() {
    passes(Duration.ofDays(30));
    assertThat(watch.doubt()).isEmpty();
  }

  @Test
  void believesAClockThatIsSlewed() {
    for (int hour = 0; hour < 24 * 30; hour++) {
      passes(Duration.ofHours(1));
      now = now.plusSeconds(2);
      assertThat(watch.doubt()).isEmpty();
    }
  }

  @Test
  void doubtsAClockThatWasSetADayAheadUntilItIsSetBack() {
    now = now.plus(Duration.ofDays(1));
    assertThat(watch.doubt().orElseThrow()).contains("快 1440 分钟", "工作人员");
    passes(Duration.ofHours(3));
    assertThat(watch.doubt()).isPresent();
    now = now.minus(Duration.ofDays(1));
    assertThat(watch.doubt()).isEmpty();
  }

  @Test
  void doubtsAClockThatWasSetADayBack() {
    now = now.minus(Duration.ofDays(1));
    assertThat(watch.doubt().orElseThrow()).contains("慢 1440 分钟");
  }

  @Test
  void doubtsAClockThatAProviderIsAheadOfUntilItsStampsAgree() {
    Optional<Instant> before = Optional.of(now.minusSeconds(30));
    watch.stamped(now.plus(Duration.ofHours(5)), before, now);
    assertThat(watch.doubt().orElseThrow()).contains("慢 300 分钟");
    watch.stamped(now.minusSeconds(3), before, now);
    assertThat(watch.doubt()).isEmpty();
  }

  @Test
  void believesAClockThatAProviderConfirmsThoughItWasSet() {
    now = now.plus(Duration.ofHours(1));
    assertThat(watch.doubt()).isPresent();
    watch.stamped(now.minusSeconds(3), Optional.of(now.minusSeconds(30)), now);
    assertThat(watch.doubt()).isEmpty();
  }

  /** Somebody moved an old mail into the box, or nobody looked for long. */
  @Test
  void takesAnOldStampForNoWordOnTheClock() {
    now = now.plus(Duration.ofHours(1));
    assertThat(watch.doubt()).isPresent();
    watch.stamped(now.minus(Duration.ofDays(2)), Optional.of(now.minusSeconds(30)), now);
    watch.stamped(now.minusSeconds(30), Optional.of(now.minus(Duration.ofHours(2))), now);
    watch.stamped(now.minusSeconds(30), Optional.empty(), now);
    assertThat(watch.doubt()).isPresent();
  }
}
