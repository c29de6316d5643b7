package cn.baosong.camel;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.desk.MovedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** T10: the clock of the machine against what nobody can set. */
class ClockWatchTest {
  private final MovedClock clock = new MovedClock(Instant.parse("2020-03-31T15:00:00Z"));
  private long nanos;
  private final ClockWatch watch = new ClockWatch(clock, () -> nanos);

  private void passes(Duration time) {
    clock.move(time);
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
      clock.move(Duration.ofSeconds(2));
      assertThat(watch.doubt()).isEmpty();
    }
  }

  @Test
  void doubtsAClockThatWasSetADayAheadUntilItIsSetBack() {
    clock.move(Duration.ofDays(1));
    assertThat(watch.doubt().orElseThrow()).contains("快 1440 分钟", "工作人员");
    passes(Duration.ofHours(3));
    assertThat(watch.doubt()).isPresent();
    clock.move(Duration.ofDays(1).negated());
    assertThat(watch.doubt()).isEmpty();
  }

  @Test
  void doubtsAClockThatWasSetADayBack() {
    clock.move(Duration.ofDays(1).negated());
    assertThat(watch.doubt().orElseThrow()).contains("慢 1440 分钟");
  }

  @Test
  void doubtsAClockThatAProviderIsAheadOfUntilItsStampsAgree() {
    Optional<Instant> before = Optional.of(clock.instant().minusSeconds(30));
    watch.stamped(clock.instant().plus(Duration.ofHours(5)), before, clock.instant());
    assertThat(watch.doubt().orElseThrow()).contains("慢 300 分钟");
    watch.stamped(clock.instant().minusSeconds(3), before, clock.instant());
    assertThat(watch.doubt()).isEmpty();
  }

  @Test
  void believesAClockThatAProviderConfirmsThoughItWasSet() {
    clock.move(Duration.ofHours(1));
    assertThat(watch.doubt()).isPresent();
    watch.stamped(
        clock.instant().minusSeconds(3),
        Optional.of(clock.instant().minusSeconds(30)),
        clock.instant());
    assertThat(watch.doubt()).isEmpty();
  }

  /** Somebody moved an old mail into the box, or nobody looked for long. */
  @Test
  void takesAnOldStampForNoWordOnTheClock() {
    clock.move(Duration.ofHours(1));
    assertThat(watch.doubt()).isPresent();
    watch.stamped(
        clock.instant().minus(Duration.ofDays(2)),
        Optional.of(clock.instant().minusSeconds(30)),
        clock.instant());
    watch.stamped(
        clock.instant().minusSeconds(30),
        Optional.of(clock.instant().minus(Duration.ofHours(2))),
        clock.instant());
    watch.stamped(clock.instant().minusSeconds(30), Optional.empty(), clock.instant());
    assertThat(watch.doubt()).isPresent();
  }
}
