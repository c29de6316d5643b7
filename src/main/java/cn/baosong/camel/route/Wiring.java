package cn.baosong.camel.route;

import cn.baosong.desk.route.RouteFault;
import cn.baosong.desk.route.RouteFault.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.camel.model.ProcessorDefinitionHelper;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.ToDefinition;

/**
 * Whether the routes fit together: whoever hands on is served, and what others rely on is there.
 */
record Wiring(List<RouteDefinition> routes) {
  /** What programs and other routes may name (contract.md, section 10). */
  private static final List<String> STABLE =
      List.of("receive-submission", "assess-unit", "deliver-folder");

  List<RouteFault> faults() {
    Set<String> served = new TreeSet<>();
    routes.forEach(
        route -> RouteFacts.directOf(new RouteFacts(route).from()).ifPresent(served::add));
    List<RouteFault> faults = new ArrayList<>();
    STABLE.stream().filter(id -> !served.contains(id)).map(Wiring::gone).forEach(faults::add);
    for (RouteDefinition route : routes) {
      for (ToDefinition step :
          ProcessorDefinitionHelper.filterTypeInOutputs(route.getOutputs(), ToDefinition.class)) {
        RouteFacts.directOf(step.getEndpointUri())
            .filter(id -> !served.contains(id) && !STABLE.contains(id))
            .map(id -> unserved(route, step, id))
            .ifPresent(faults::add);
      }
    }
    return faults;
  }

  private static RouteFault gone(String id) {
    String told = "direct:" + id + " is what others rely on, and no route serves it";
    return new RouteFault(id + ".camel.yaml", 0, Problem.STABLE_GONE, id, told);
  }

  private static RouteFault unserved(RouteDefinition route, ToDefinition step, String id) {
    String told = "no route serves direct:" + id;
    String file = new RouteFacts(route).origin().file();
    return new RouteFault(file, Math.max(0, step.getLineNumber()), Problem.NOBODY_SERVES, id, told);
  }
}
