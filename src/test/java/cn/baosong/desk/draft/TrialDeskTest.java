package cn.baosong.desk.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.CallId;
import cn.baosong.core.call.Unit;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.call.WorkingDays;
import cn.baosong.core.check.CallFixture;
import cn.baosong.core.check.Checks;
import cn.baosong.core.dossier.FieldDifferences;
import cn.baosong.desk.Refusal;
import cn.baosong.desk.ReplayDesk;
import cn.baosong.desk.Season;
import cn.baosong.desk.Units;
import cn.baosong.desk.draft.Trial.State;
import cn.baosong.reader.data.ReferenceData;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A trial runs when its thread comes to it, one at a time, and can be called off. */
class TrialDeskTest {
  private static final Edition SEEN = Edition.read("0123456789abcdef");
  private static final Instant NOW = Instant.parse("2020-03-20T04:00:00Z");

  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private final List<Throwable> troubles = new ArrayList<>();
  private final Units nobody =
      new Units() {
        @Override
        public Optional<Unit> find(UnitCode code) {
          return Optional.empty();
        }

        @Override
        public Optional<Unit> match(String nameOrCode) {
          return Optional.empty();
        }

        @Override
        public List<Unit> all() {
          return List.of();
        }
      };

  /** Units of which nothing is stored but that they are there. */
  private record Kept(int units) implements Season {
    @Override
    public long dossiers(CallId call) {
      return units;
    }

    @Override
    public List<UnitCode> unitsAfter(CallId call, Optional<UnitCode> last, int most) {
      int from = last.map(code -> Integer.parseInt(code.value())).orElse(1000);
      return IntStream.rangeClosed(from + 1, Math.min(from + most, 1000 + units))
          .mapToObj(n -> new UnitCode(String.valueOf(n)))
          .toList();
    }

    @Override
    public Map<UnitCode, Season.Kept> of(CallId call, Collection<UnitCode> units) {
      return units.stream()
          .collect(
              Collectors.toMap(
                  Function.identity(),
                  unit ->
                      new Season.Kept(
                          List.of(), List.of(), List.of(), List.of(), Map.of(), Map.of())));
    }
  }

  @Test
  void walksThroughTheWholeSeasonAndKeepsTheResult() {
    TrialDesk desk = desk(new Kept(120));
    assertThat(desk.begin(call("a"), SEEN, "甲").state()).isEqualTo(State.RUNNING);
    assertThat(desk.of(new CallId("b"))).isEmpty();
    waiting.remove().run();
    Trial done = desk.of(new CallId("a")).orElseThrow();
    assertThat(done.state()).isEqualTo(State.DONE);
    assertThat(done.sum().units()).isEqualTo(120);
    assertThat(done.begun()).isEqualTo(NOW);
    assertThat(troubles).isEmpty();
  }

  @Test
  void refusesASecondOneUntilTheFirstIsThroughOrCalledOff() {
    TrialDesk desk = desk(new Kept(3));
    desk.begin(call("a"), SEEN, "甲");
    assertThatThrownBy(() -> desk.begin(call("b"), SEEN, "乙"))
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.chinese()).contains("正在试算 a"));
    desk.cancel(new CallId("a"));
    desk.begin(call("b"), SEEN, "乙");
    waiting.remove().run();
    waiting.remove().run();
    Trial first = desk.of(new CallId("a")).orElseThrow();
    assertThat(first.state()).isEqualTo(State.CANCELLED);
    assertThat(first.sum().units()).isZero();
    assertThat(desk.of(new CallId("b")).orElseThrow().state()).isEqualTo(State.DONE);
    assertThat(troubles).isEmpty();
  }

  @Test
  void saysThatItDidNotGetThroughAndWhy() {
    TrialDesk desk =
        desk(
            new Season() {
              @Override
              public long dossiers(CallId call) {
                return 1;
              }

              @Override
              public List<UnitCode> unitsAfter(CallId call, Optional<UnitCode> last, int most) {
                throw new IllegalStateException("the database went away");
              }

              @Override
              public Map<UnitCode, Season.Kept> of(CallId call, Collection<UnitCode> units) {
                return Map.of();
              }
            });
    desk.begin(call("a"), SEEN, "甲");
    waiting.remove().run();
    assertThat(desk.of(new CallId("a")).orElseThrow().state()).isEqualTo(State.FAILED);
    assertThat(troubles).singleElement().satisfies(t -> assertThat(t).hasMessageContaining("went"));
    desk.begin(call("a"), SEEN, "甲");
  }

  private TrialDesk desk(Season season) {
    ReplayDesk.Rules rules =
        new ReplayDesk.Rules(
            new Checks(new FieldDifferences(ReferenceData.bundled().characterVariants())),
            new WorkingDays(Map.of()),
            ZoneOffset.UTC);
    return new TrialDesk(
        season,
        new ReplayDesk(season, nobody, rules),
        new TrialDesk.Apart(waiting::add, troubles::add),
        Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private static Call call(String id) {
    return new CallFixture(id).make();
  }
}
