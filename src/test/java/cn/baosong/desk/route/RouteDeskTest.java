package cn.baosong.desk.route;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.desk.Act;
import cn.baosong.desk.MovedClock;
import cn.baosong.desk.Routes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RouteDeskTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final MovedClock clock = new MovedClock(START);
  private final Played routes = new Played();
  private final List<String> journal = new ArrayList<>();
  private final RouteDesk desk =
      new RouteDesk(
          routes,
          (subject, act) ->
              journal.add(act.kind() + " " + subject + " " + act.by() + " " + act.reason()),
          Duration.ofMinutes(15),
          clock);

  /** Two routes without anything in them. */
  private static final class Played implements Routes {
    private final Map<String, String> states =
        new TreeMap<>(Map.of("pickup-folder", RUNNING, "decide", RUNNING));

    @Override
    public List<Route> all() {
      return List.of();
    }

    @Override
    public Map<String, String> expected() {
      return states;
    }

    @Override
    public boolean act(String id, Action action, Act act) {
      return states.replace(id, action.sets() ? RUNNING : "Stopped") != null;
    }
  }

  @Test
  void tellsWhoStoppedARouteWhenAndWhy() {
    desk.act("pickup-folder", Routes.Action.STOP, "admin", " 换盘 ");
    assertThat(desk.idle())
        .containsExactly(
            new Idle(
                "pickup-folder",
                "Stopped",
                START,
                Optional.of(new Idle.Halt(START, "admin", "换盘")),
                false));
    desk.act("pickup-folder", Routes.Action.START, "admin", "换好了");
    assertThat(desk.idle()).isEmpty();
  }

  @Test
  void o04AlarmsOnceAboutARouteThatWasStoppedAndForgotten() {
    desk.act("pickup-folder", Routes.Action.STOP, "admin", "换盘");
    clock.set(START.plus(Duration.ofMinutes(14)));
    desk.look();
    assertThat(desk.idle()).noneMatch(Idle::forgotten);
    assertThat(journal).isEmpty();

    clock.set(START.plus(Duration.ofMinutes(15)));
    desk.look();
    desk.look();
    assertThat(desk.idle()).allMatch(Idle::forgotten);
    assertThat(journal)
        .containsExactly("ROUTE_FORGOTTEN pickup-folder system Stopped by admin: 换盘");
  }

  @Test
  void alarmsAboutARouteThatNobodyStoppedAndOneThatIsGone() {
    routes.states.put("decide", Routes.MISSING);
    desk.look();
    clock.set(START.plus(Duration.ofHours(1)));
    assertThat(desk.idle())
        .singleElement()
        .satisfies(
            idle -> {
              assertThat(idle.since()).isEqualTo(START);
              assertThat(idle.halt()).isEmpty();
              assertThat(idle.forgotten()).isTrue();
            });
    routes.states.put("decide", Routes.RUNNING);
    desk.look();
    routes.states.put("decide", "Stopped");
    assertThat(desk.idle()).as("counted anew").noneMatch(Idle::forgotten);
  }

  @Test
  void remembersNothingOfARouteThatIsNotThere() {
    assertThat(desk.act("nope", Routes.Action.STOP, "admin", "x")).isFalse();
    assertThat(desk.idle()).isEmpty();
  }
}
