package cn.baosong.camel.route;

import cn.baosong.desk.route.RouteFault;
import cn.baosong.desk.route.RouteFault.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.model.RouteDefinition;

/**
 * Checks the files of {@code routes/} whole, all faults at once, without touching what runs
 * (decisions.md 25).
 */
public final class RouteCheck {
  /** So many files may be told to be wrong in one go. */
  private static final int ROUNDS = 12;

  private final CamelContext office;
  private final Map<String, Supplier<Component>> components;
  private final List<SettingsRoutes> bySettings;

  /**
   * @param components the office's own, each made anew
   * @param bySettings the routes that no file holds
   */
  public RouteCheck(
      CamelContext office,
      Map<String, Supplier<Component>> components,
      List<SettingsRoutes> bySettings) {
    this.office = office;
    this.components = Map.copyOf(components);
    this.bySettings = List.copyOf(bySettings);
  }

  /** What is wrong with these files; empty when they could run. */
  List<RouteFault> faults(RouteSet routes) {
    List<RouteFault> faults = new ArrayList<>(inReading(routes));
    Set<String> bad = new HashSet<>(faults.stream().map(RouteFault::file).toList());
    for (int round = 0; round < ROUNDS; round++) {
      Optional<RouteFault> fault = inBuilding(routes.without(bad));
      fault.ifPresent(faults::add);
      if (fault.isEmpty() || fault.get().file().isEmpty() || !bad.add(fault.get().file())) {
        break;
      }
    }
    return faults;
  }

  private List<RouteFault> inReading(RouteSet routes) {
    List<RouteFault> faults = new ArrayList<>();
    FaultFinder finder = new FaultFinder(routes);
    try (Scratch scratch = scratch()) {
      for (RouteSource source : routes.inOrder()) {
        List<RouteDefinition> before = scratch.routes();
        try {
          scratch.add(source);
        } catch (Exception unreadable) { // Camel's loaders declare no narrower type
          faults.add(finder.inReading(source, unreadable));
        }
        List<RouteDefinition> after = scratch.routes();
        before.stream()
            .filter(route -> !after.contains(route))
            .map(route -> doubled(source, route.getId()))
            .forEach(faults::add);
      }
      return faults.isEmpty() ? new Wiring(scratch.routes()).faults() : faults;
    }
  }

  private static RouteFault doubled(RouteSource source, String id) {
    String told = "another route has the id " + id;
    return new RouteFault(source.name(), source.lineOf("id: " + id), Problem.DOUBLE_ID, id, told);
  }

  private Optional<RouteFault> inBuilding(RouteSet routes) {
    try (Scratch scratch = scratch()) {
      for (RouteSource source : routes.inOrder()) {
        scratch.add(source);
      }
      scratch.build();
      return Optional.empty();
    } catch (Exception failure) { // as above
      return Optional.of(new FaultFinder(routes).inBuilding(failure));
    }
  }

  private Scratch scratch() {
    Scratch scratch = new Scratch(office, components);
    try {
      for (SettingsRoutes routes : bySettings) {
        scratch.add(routes.made().get());
      }
      return scratch;
    } catch (Exception impossible) { // they were loaded at the start
      throw new IllegalStateException("the routes by settings", impossible);
    }
  }
}
