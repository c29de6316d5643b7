package cn.baosong.camel.route;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Endpoint;
import org.apache.camel.Route;
import org.apache.camel.ServiceStatus;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.spi.RouteController;
import org.apache.camel.spi.SupervisingRouteController;
import org.apache.camel.support.PluginHelper;

/**
 * Puts edited routes in the place of those that run, and no others. Whoever hands on stops first
 * and finishes what it carries; whoever hands on to a route that is being replaced waits for the
 * new one, as {@code direct:} does.
 */
public final class RouteSwap {
  private final ModelCamelContext context;
  private final List<SettingsRoutes> bySettings;
  private final long patienceMillis;

  /** A route carries something that takes long; nothing was changed. */
  static final class Busy extends Exception {
    private static final long serialVersionUID = 1L;

    Busy(String route) {
      super(route);
    }
  }

  /**
   * @param patience how long a route may take to finish what it carries
   */
  public RouteSwap(CamelContext context, List<SettingsRoutes> bySettings, Duration patience) {
    this.context = (ModelCamelContext) context;
    this.bySettings = List.copyOf(bySettings);
    this.patienceMillis = patience.toMillis();
  }

  /**
   * @throws Busy when a route could not be stopped in time; all of them run on
   * @throws Exception when the new ones do not run; those before do again
   */
  void apply(RouteSet running, RouteSet wanted) throws Exception {
    Map<String, ServiceStatus> before = statuses();
    try {
      replace(running, wanted, before);
    } catch (Busy busy) {
      throw busy;
    } catch (Exception failure) {
      try {
        replace(wanted, running, before);
      } catch (Exception twice) { // health tells which route is missing
        failure.addSuppressed(twice);
      }
      throw failure;
    }
  }

  private void replace(RouteSet running, RouteSet wanted, Map<String, ServiceStatus> before)
      throws Exception {
    Replaced replaced = Replaced.of(context.getRouteDefinitions(), running, wanted);
    stop(inOrder(replaced.routes()));
    remove(replaced);
    unsupervised(() -> add(replaced, wanted));
    start(before);
  }

  private interface Step {
    void take() throws Exception;
  }

  /**
   * Supervision keeps Camel from starting what is added, and a Kamelet that waits for its inside to
   * start would add it a second time beside itself.
   */
  private void unsupervised(Step step) throws Exception {
    SupervisingRouteController supervisor = controller().adapt(SupervisingRouteController.class);
    String excluded = supervisor == null ? null : supervisor.getExcludeRoutes();
    Boolean starts = context.isAutoStartup();
    context.setAutoStartup(true);
    if (supervisor != null) {
      supervisor.setExcludeRoutes("*");
    }
    try {
      step.take();
    } finally {
      context.setAutoStartup(starts);
      if (supervisor != null) {
        supervisor.setExcludeRoutes(excluded);
      }
    }
  }

  /** Whoever hands on stands before those that it hands on to, however far behind. */
  private List<RouteDefinition> inOrder(Set<RouteDefinition> some) {
    Map<String, RouteDefinition> all = new LinkedHashMap<>();
    context.getRouteDefinitions().forEach(route -> all.put(route.getId(), route));
    Set<RouteDefinition> behindFirst = new LinkedHashSet<>();
    Set<String> seen = new LinkedHashSet<>();
    List<RouteDefinition> callersLast = new ArrayList<>(all.values());
    callersLast.sort((a, b) -> Boolean.compare(isBeginning(a), isBeginning(b)));
    callersLast.forEach(route -> follow(route, all, seen, behindFirst));
    List<RouteDefinition> order = new ArrayList<>(behindFirst);
    Collections.reverse(order);
    order.retainAll(some);
    return order;
  }

  private static boolean isBeginning(RouteDefinition route) {
    return RouteFacts.directOf(new RouteFacts(route).from()).isEmpty();
  }

  private static void follow(
      RouteDefinition route,
      Map<String, RouteDefinition> all,
      Set<String> seen,
      Set<RouteDefinition> behindFirst) {
    if (seen.add(route.getId())) {
      for (String called : new RouteFacts(route).place().calls()) {
        RouteDefinition next = all.get(called);
        if (next != null) {
          follow(next, all, seen, behindFirst);
        }
      }
      behindFirst.add(route);
    }
  }

  private void stop(List<RouteDefinition> order) throws Exception {
    List<String> stopped = new ArrayList<>();
    for (RouteDefinition route : order) {
      String id = route.getId();
      if (isStarted(id)) {
        if (!controller().stopRoute(id, patienceMillis, TimeUnit.MILLISECONDS, true)) {
          Collections.reverse(stopped);
          for (String again : stopped) {
            controller().startRoute(again);
          }
          throw new Busy(id);
        }
        stopped.add(id);
      }
    }
  }

  private void remove(Replaced replaced) throws Exception {
    for (RouteDefinition route : replaced.routes()) {
      Route built = context.getRoute(route.getId());
      context.removeRouteDefinition(route);
      if (built != null && built.getEndpoint() != null) {
        Endpoint from = built.getEndpoint();
        if (from.getEndpointUri().startsWith("kamelet:")) {
          context.removeEndpoint(from); // else it would go on with the instance that is gone
        }
      }
    }
    for (String template : replaced.templates()) {
      context.removeRouteTemplateDefinitions(template);
    }
  }

  private void add(Replaced replaced, RouteSet wanted) throws Exception {
    for (RouteSource source : wanted.inOrder()) {
      if (source.isKamelet() && replaced.files().contains(source.name())) {
        PluginHelper.getRoutesLoader(context).updateRoutes(List.of(source.resource()));
      }
    }
    for (RouteSource source : wanted.inOrder()) {
      if (!source.isKamelet() && replaced.files().contains(source.name())) {
        PluginHelper.getRoutesLoader(context).updateRoutes(List.of(source.resource()));
      }
    }
    for (SettingsRoutes made : bySettings) {
      if (replaced.templates().contains(made.kamelet())) {
        context.addRoutes(made.made().get());
      }
    }
  }

  /** Who stopped a route by hand meant its next version too. */
  private void start(Map<String, ServiceStatus> before) throws Exception {
    for (RouteDefinition route : context.getRouteDefinitions()) {
      String id = route.getId();
      ServiceStatus was = Objects.requireNonNullElse(before.get(id), ServiceStatus.Started);
      if (was == ServiceStatus.Stopped) {
        controller().stopRoute(id);
      } else if (!isStarted(id)) {
        controller().startRoute(id);
        if (!isStarted(id)) {
          throw new NotStarted(id);
        }
      }
      if (was == ServiceStatus.Suspended) {
        controller().suspendRoute(id);
      }
    }
  }

  /** A route that could be put together and is not there. */
  static final class NotStarted extends Exception {
    private static final long serialVersionUID = 1L;

    private final String route;

    NotStarted(String route) {
      super(route);
      this.route = route;
    }

    String route() {
      return route;
    }
  }

  private Map<String, ServiceStatus> statuses() {
    Map<String, ServiceStatus> statuses = new LinkedHashMap<>();
    for (RouteDefinition route : context.getRouteDefinitions()) {
      statuses.put(route.getId(), controller().getRouteStatus(route.getId()));
    }
    return statuses;
  }

  private boolean isStarted(String id) {
    ServiceStatus status = controller().getRouteStatus(id);
    return status != null && (status.isStarted() || status.isSuspended());
  }

  private RouteController controller() {
    return context.getRouteController();
  }
}
