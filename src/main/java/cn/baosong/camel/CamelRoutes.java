package cn.baosong.camel;

import cn.baosong.desk.Act;
import cn.baosong.desk.Audit;
import cn.baosong.desk.Routes;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.api.management.ManagedCamelContext;
import org.apache.camel.api.management.mbean.ManagedRouteMBean;
import org.jspecify.annotations.Nullable;

/** The routes as Camel runs them, with the counters that it keeps of each. */
public final class CamelRoutes implements Routes {
  private final CamelContext context;
  private final Audit audit;

  public CamelRoutes(CamelContext context, Audit audit) {
    this.context = context;
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
    ManagedRouteMBean counters = counters(route.getRouteId());
    String state = String.valueOf(context.getRouteController().getRouteStatus(route.getRouteId()));
    String description = Optional.ofNullable(route.getDescription()).orElse("");
    if (counters == null) {
      return new Route(
          route.getRouteId(),
          description,
          state,
          Duration.ofMillis(route.getUptimeMillis()),
          0,
          0,
          0,
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }
    return new Route(
        route.getRouteId(),
        description,
        state,
        Duration.ofMillis(route.getUptimeMillis()),
        number(counters::getExchangesTotal),
        number(counters::getExchangesFailed),
        number(counters::getExchangesInflight),
        instant(counters::getLastExchangeCompletedTimestamp),
        instant(counters::getLastExchangeFailureTimestamp),
        Optional.empty());
  }

  private @Nullable ManagedRouteMBean counters(String id) {
    return context
        .getCamelContextExtension()
        .getContextPlugin(ManagedCamelContext.class)
        .getManagedRoute(id);
  }

  private interface Counted<T> {
    T read() throws Exception;
  }

  private static long number(Counted<Long> counter) {
    try {
      return counter.read();
    } catch (Exception unavailable) { // a counter that cannot be read is shown as none
      return 0;
    }
  }

  private static Optional<Instant> instant(Counted<Date> stamp) {
    try {
      return Optional.ofNullable(stamp.read()).map(Date::toInstant);
    } catch (Exception unavailable) { // as above
      return Optional.empty();
    }
  }
}
