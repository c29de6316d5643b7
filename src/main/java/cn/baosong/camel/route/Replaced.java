package cn.baosong.camel.route;

import cn.baosong.desk.Routes.Origin;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.camel.model.ProcessorDefinitionHelper;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.ToDefinition;

/**
 * What an edit replaces.
 *
 * @param files that are loaded again, or are gone
 * @param templates names of the Kamelets that are loaded again, or are gone
 * @param routes that run now and stop for it
 */
record Replaced(Set<String> files, Set<String> templates, Set<RouteDefinition> routes) {

  static Replaced of(List<RouteDefinition> live, RouteSet running, RouteSet wanted) {
    Set<String> files = new TreeSet<>(running.differing(wanted));
    Set<String> templates =
        files.stream()
            .map(name -> new RouteSource(name, ""))
            .filter(RouteSource::isKamelet)
            .map(RouteSource::template)
            .collect(Collectors.toCollection(TreeSet::new));
    Set<RouteDefinition> routes = new LinkedHashSet<>();
    for (RouteDefinition route : live) {
      Origin origin = new RouteFacts(route).origin();
      boolean names = templates.stream().anyMatch(template -> names(route, template));
      if (origin.kind() == Origin.Kind.FILE && (names || files.contains(origin.file()))) {
        files.add(origin.file());
        routes.add(route);
      } else if (origin.kind() == Origin.Kind.SETTINGS && names) {
        routes.add(route);
      }
    }
    Replaced replaced = new Replaced(files, templates, routes);
    live.stream().filter(replaced::holdsParentOf).forEach(routes::add);
    return replaced;
  }

  Set<String> ids() {
    return routes.stream().map(RouteDefinition::getId).collect(Collectors.toSet());
  }

  private boolean holdsParentOf(RouteDefinition inside) {
    return new RouteFacts(inside).origin().parent().filter(ids()::contains).isPresent();
  }

  private static boolean names(RouteDefinition route, String template) {
    String file = "kamelets/" + template + ".kamelet.yaml";
    return RouteFacts.kameletOf(new RouteFacts(route).from()).filter(file::equals).isPresent()
        || ProcessorDefinitionHelper.filterTypeInOutputs(route.getOutputs(), ToDefinition.class)
            .stream()
            .anyMatch(
                step ->
                    RouteFacts.kameletOf(step.getEndpointUri()).filter(file::equals).isPresent());
  }
}
