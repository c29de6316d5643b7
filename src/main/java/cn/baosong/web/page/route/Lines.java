package cn.baosong.web.page.route;

import cn.baosong.desk.Routes.Queue;
import cn.baosong.desk.Routes.Route;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The routes in the order in which a package passes them: each that begins a line, and behind it
 * those that it hands on to. A route stands where it is come to first.
 */
final class Lines {
  private static final String CLOCK = "timer";

  private final Map<String, Route> routes = new LinkedHashMap<>();
  private final Set<String> placed = new HashSet<>();

  /** A route at its depth in its line. */
  record Placed(Route route, int depth) {}

  Lines(List<Route> all) {
    all.forEach(route -> routes.put(route.id(), route));
  }

  /** Those that packages pass. */
  List<Placed> carrying() {
    List<Placed> lines = new ArrayList<>();
    beginnings().filter(route -> !isWatch(route)).forEach(route -> place(route, 0, lines));
    routes.values().stream().filter(route -> !isWatch(route)).forEach(r -> place(r, 0, lines));
    return lines;
  }

  /** Those that look at something now and then. */
  List<Placed> watching() {
    return routes.values().stream().filter(this::isWatch).map(r -> new Placed(r, 0)).toList();
  }

  private Stream<Route> beginnings() {
    Set<String> called = new HashSet<>();
    routes.values().forEach(route -> called.addAll(route.place().calls()));
    return routes.values().stream()
        .filter(route -> !called.contains(route.id()) && !route.place().source().equals("direct"))
        .sorted(
            Comparator.comparing((Route r) -> r.place().queue().map(Queue::ordinal).orElse(-1))
                .thenComparing(Route::id));
  }

  private boolean isWatch(Route route) {
    return route.place().source().equals(CLOCK) && route.place().calls().isEmpty();
  }

  private void place(Route route, int depth, List<Placed> lines) {
    if (!placed.add(route.id())) {
      return;
    }
    lines.add(new Placed(route, depth));
    for (String next : route.place().calls()) {
      Route called = routes.get(next);
      if (called != null) {
        place(called, depth + 1, lines);
      }
    }
  }
}
