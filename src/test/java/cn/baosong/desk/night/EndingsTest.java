package cn.baosong.desk.night;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.Part;
import cn.baosong.core.call.WorkingDays;
import cn.baosong.core.check.CallFixture;
import cn.baosong.core.check.DeadlineFixture;
import cn.baosong.desk.night.Ending.Phase;
import cn.baosong.desk.night.Ending.Roll;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EndingsTest {
  private final Endings endings =
      new Endings(
          new WorkingDays(Map.of(2017, new WorkingDays.Year(Set.of(), Set.of()))),
          ZoneId.of("Asia/Shanghai"));

  private Ending ending(String date, Boolean... rolls) {
    Call call =
        new CallFixture("night")
            .deadline(DeadlineFixture.of(Part.PAPER, date).rolling(rolls).make())
            .make();
    return endings.of(call).get(0);
  }

  @Test
  void saysWhetherADayOffMovesIt() {
    assertThat(ending("2017-04-28", true, false).roll()).isEqualTo(Roll.WORKING_DAY);
    assertThat(ending("2017-04-30", true).roll()).isEqualTo(Roll.MOVES);
    assertThat(ending("2017-04-30", false).roll()).isEqualTo(Roll.STAYS);
    assertThat(ending("2017-04-30", true, false).roll()).isEqualTo(Roll.UNSETTLED);
    assertThat(ending("2016-04-30", true, false).roll()).isEqualTo(Roll.NO_CALENDAR);
  }

  @Test
  void countsDownToTheStrictestReadingAndThenToTheMostLenient() {
    Ending sunday = ending("2017-04-30", true, false);
    assertThat(sunday.isWide()).isTrue();
    Instant strictest = Instant.parse("2017-04-30T16:00:00Z");
    Instant lenient = Instant.parse("2017-05-01T16:00:00Z");

    assertThat(sunday.phase(strictest.minus(Duration.ofDays(2)))).isEqualTo(Phase.OPEN);
    assertThat(sunday.phase(strictest.minusSeconds(1))).isEqualTo(Phase.LAST_DAY);
    assertThat(sunday.left(strictest.minusSeconds(1))).hasSeconds(1);
    assertThat(sunday.phase(strictest)).isEqualTo(Phase.IN_QUESTION);
    assertThat(sunday.left(strictest)).hasDays(1);
    assertThat(sunday.phase(lenient)).isEqualTo(Phase.PAST);
    assertThat(sunday.left(lenient.plusSeconds(5))).isZero();
  }

  @Test
  void spansTheNightFromTheFirstDeadlineToTheLast() {
    Call call =
        new CallFixture("night")
            .deadline(DeadlineFixture.of(Part.ELECTRONIC, "2017-04-28").make())
            .deadline(DeadlineFixture.of(Part.PAPER, "2017-04-27").at("17:00").make())
            .make();
    assertThat(endings.night(call).orElseThrow().earliest()).isEqualTo("2017-04-27T09:00:00Z");
    assertThat(endings.night(call).orElseThrow().latest()).isEqualTo("2017-04-28T16:00:00Z");
    List<Ending> all = endings.of(call);
    assertThat(Endings.next(all, Instant.parse("2017-04-27T09:00:00Z"))).contains(all.get(1));
    assertThat(Endings.next(all, Instant.parse("2018-01-01T00:00:00Z"))).contains(all.get(1));
  }

  @Test
  void saysWhetherADeadlineEndsBetweenTwoMomentsByAnyReading() {
    Call call =
        new CallFixture("night")
            .deadline(DeadlineFixture.of(Part.PAPER, "2017-04-30").rolling(true, false).make())
            .make();
    Instant strictest = Instant.parse("2017-04-30T16:00:00Z");
    Instant lenient = Instant.parse("2017-05-01T16:00:00Z");
    Instant before = strictest.minusSeconds(60);

    assertThat(endings.areBetween(call, before, strictest.minusSeconds(1))).isFalse();
    assertThat(endings.areBetween(call, before, strictest)).isTrue();
    assertThat(endings.areBetween(call, before, lenient.plusSeconds(1))).isTrue();
    assertThat(endings.areBetween(call, strictest, lenient)).isTrue();
    assertThat(endings.areBetween(call, lenient, lenient.plusSeconds(1))).isFalse();
  }
}
