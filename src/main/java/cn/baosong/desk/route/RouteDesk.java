package cn.baosong.desk.route;

import cn.baosong.desk.Act;
import cn.baosong.desk.Audit;
import cn.baosong.desk.Routes;
import cn.baosong.desk.Routes.Action;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Watches over the routes: each that should run runs, or everybody is told which does not, who
 * stopped it and why (faults.md, O04). All routes are started with the office, so nothing of this
 * outlives it.
 */
public final class RouteDesk {
  private final Routes routes;
  private final Audit audit;
  private final Duration patience;
  private final Clock clock;
  private final Map<String, Idle.Halt> halts = new ConcurrentHashMap<>();
  private final Map<String, Instant> since = new ConcurrentHashMap<>();
  private final Set<String> told = ConcurrentHashMap.newKeySet();

  /**
   * @param patience after which a route that does not run counts as forgotten
   * @param clock real time
   */
  public RouteDesk(Routes routes, Audit audit, Duration patience, Clock clock) {
    this.routes = routes;
    this.audit = audit;
    this.patience = patience;
    this.clock = clock;
  }

  /** Those that are there. */
  public List<Routes.Route> all() {
    return routes.all();
  }

  public Optional<Routes.Route> find(String id) {
    return routes.all().stream().filter(route -> route.id().equals(id)).findFirst();
  }

  /**
   * Starts, stops, suspends or resumes a route, and journals who did it and why.
   *
   * @return false when there is none of this id
   */
  public boolean act(String id, Action action, String by, String reason) {
    String word = action.name().toLowerCase(Locale.ROOT);
    String why = reason.isBlank() ? word : word + ": " + reason.strip();
    if (!routes.act(id, action, new Act(Act.Kind.ROUTE_CHANGED, by, why))) {
      return false;
    }
    if (action.sets()) {
      halts.remove(id);
    } else {
      halts.put(id, new Idle.Halt(clock.instant(), by, reason.strip()));
    }
    told.remove(id);
    return true;
  }

  /** The routes that should run and do not, the longest first. */
  public List<Idle> idle() {
    Instant now = clock.instant();
    return routes.expected().entrySet().stream()
        .filter(state -> !state.getValue().equals(Routes.RUNNING))
        .map(state -> idle(state.getKey(), state.getValue(), now))
        .sorted(Comparator.comparing(Idle::since).thenComparing(Idle::id))
        .toList();
  }

  private Idle idle(String id, String state, Instant now) {
    Optional<Idle.Halt> halt = Optional.ofNullable(halts.get(id));
    Instant from = halt.map(Idle.Halt::at).orElseGet(() -> since.getOrDefault(id, now));
    return new Idle(id, state, from, halt, !now.isBefore(from.plus(patience)));
  }

  /** Remembers since when a route does not run, and journals once that it was forgotten. */
  public void look() {
    List<Idle> idle = idle();
    Set<String> ids = idle.stream().map(Idle::id).collect(Collectors.toUnmodifiableSet());
    halts.keySet().retainAll(ids);
    since.keySet().retainAll(ids);
    told.retainAll(ids);
    for (Idle one : idle) {
      since.putIfAbsent(one.id(), one.since());
      if (one.forgotten() && told.add(one.id())) {
        audit.note(one.id(), new Act(Act.Kind.ROUTE_FORGOTTEN, Act.MACHINE, why(one)));
      }
    }
  }

  private static String why(Idle idle) {
    return idle.state()
        + idle.halt().map(halt -> " by " + halt.by() + ": " + halt.reason()).orElse("");
  }
}
