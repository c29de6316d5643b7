package cn.baosong.desk;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.call.WorkingDays;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SilenceRuleTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  /** On Saturday the 28th of March 2020 the office works. */
  private static final WorkingDays DAYS =
      new WorkingDays(
          Map.of(2020, new WorkingDays.Year(Set.of(), Set.of(LocalDate.of(2020, 3, 28)))));

  private static boolean silent(String last, String now) {
    Clock clock = Clock.fixed(Instant.parse(now + "+08:00"), ZONE);
    return new SilenceRule(
            DAYS, ZONE, LocalTime.of(9, 0), LocalTime.of(17, 0), Duration.ofHours(4), clock)
        .isSilent(Instant.parse(last + "+08:00"));
  }

  @Test
  void wondersAfterFourHoursOfWorkWithoutAMessage() {
    assertThat(silent("2020-03-25T09:00:00", "2020-03-25T12:59:59")).isFalse();
    assertThat(silent("2020-03-25T09:00:00", "2020-03-25T13:00:00")).isTrue();
  }

  @Test
  void countsNeitherNightsNorDaysOff() {
    assertThat(silent("2020-03-25T16:00:00", "2020-03-26T09:30:00")).isFalse();
    assertThat(silent("2020-03-29T00:00:00", "2020-03-29T23:59:59")).as("a Sunday").isFalse();
    assertThat(silent("2020-03-25T16:00:00", "2020-03-26T12:00:00")).isTrue();
  }

  @Test
  void countsTheDaysThatAreMadeUpFor() {
    assertThat(silent("2020-03-28T08:00:00", "2020-03-28T13:00:00")).isTrue();
  }
}
