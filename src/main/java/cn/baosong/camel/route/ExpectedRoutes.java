package cn.baosong.camel.route;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteDefinition;

/** The ids of the routes that should run: all that were loaded, from files and by the settings. */
public final class ExpectedRoutes implements Supplier<Set<String>> {
  private final CamelContext context;
  private volatile Set<String> ids = Set.of();

  public ExpectedRoutes(CamelContext context) {
    this.context = context;
  }

  /** None before Camel has started. */
  @Override
  public Set<String> get() {
    if (ids.isEmpty() && context.isStarted()) {
      taken();
    }
    return ids;
  }

  /** What is loaded now is what should run from now on. */
  void taken() {
    Set<String> loaded = new TreeSet<>();
    for (RouteDefinition route : ((ModelCamelContext) context).getRouteDefinitions()) {
      loaded.add(route.getId());
    }
    ids = Set.copyOf(loaded);
  }
}
