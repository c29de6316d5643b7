package cn.baosong.camel.route;

import cn.baosong.desk.Act;
import cn.baosong.desk.Audit;
import cn.baosong.desk.Routes;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.ServiceStatus;
import org.apache.camel.api.management.ManagedCamelContext;
import org.apache.camel.api.management.mbean.ManagedRouteMBean;
import org.apache.camel.model.ModelCamelContext;

/** The routes as Camel runs them, with the counters that it keeps of each. */
public final class CamelRoutes implements Routes {
  private final CamelContext context;
  private final RouteLog log;
  private final Supplier<Set<String>> expected;
  private final Audit audit;

  /**
   * @param expected ids of the routes that should run
   */
  public CamelRoutes(
      CamelContext context, RouteLog log, Supplier<Set<String>> expected, Audit audit) {
    this.context = context;
    this.log = log;
    this.expected = expected;
    this.audit = audit;
  }

  @Override
  public List<Route> all() {
    return context.getRoutes().stream()
        .map(this::route)
        .sorted(Comparator.comparing(Route::id))
        .toList();
  }

  @Override
  public Map<String, String> expected() {
    Map<String, String> states = new TreeMap<>();
    for (String id : expected.get()) {
      ServiceStatus status = context.getRouteController().getRouteStatus(id);
      states.put(id, status == null ? MISSING : status.name());
    }
    return states;
  }

  @Override
  public boolean act(String id, Action action, Act act) {
    if (context.getRoute(id) == null) {
      return false;
    }
    try {
      switch (action) {
        case START -> context.getRouteController().startRoute(id);
        case STOP -> context.getRouteController().stopRoute(id);
        case SUSPEND -> context.getRouteController().suspendRoute(id);
        case RESUME -> context.getRouteController().resumeRoute(id);
      }
    } catch (Exception refused) { // Camel's route controller declares no narrower type
      throw new IllegalStateException("route " + id + " could not " + action, refused);
    }
    audit.note(id, act);
    return true;
  }

  private Route route(org.apache.camel.Route route) {
    String id = route.getRouteId();
    Optional<ManagedRouteMBean> counters = counters(id);
    RouteFacts facts = new RouteFacts(((ModelCamelContext) context).getRouteDefinition(id));
    return new Route(
        id,
        Optional.ofNullable(route.getDescription()).orElse(""),
        String.valueOf(context.getRouteController().getRouteStatus(id)),
        Duration.ofMillis(route.getUptimeMillis()),
        counters.map(CamelRoutes::counts).orElse(Counts.NONE),
        counters.flatMap(CamelRoutes::lastCompleted),
        log.lastFailure(id),
        facts.origin(),
        facts.place(),
        log.day(id));
  }

  private Optional<ManagedRouteMBean> counters(String id) {
    return Optional.ofNullable(
        context
            .getCamelContextExtension()
            .getContextPlugin(ManagedCamelContext.class)
            .getManagedRoute(id));
  }

  private static Counts counts(ManagedRouteMBean counters) {
    try {
      return new Counts(
          counters.getExchangesTotal(),
          counters.getExchangesFailed(),
          counters.getExchangesInflight());
    } catch (Exception unavailable) { // a counter that cannot be read is shown as none
      return Counts.NONE;
    }
  }

  private static Optional<Instant> lastCompleted(ManagedRouteMBean counters) {
    try {
      return Optional.ofNullable(counters.getLastExchangeCompletedTimestamp()).map(Date::toInstant);
    } catch (Exception unavailable) { // as above
      return Optional.empty();
    }
  }
}
