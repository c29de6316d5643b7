package cn.baosong.routes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.stream.Stream;

/** How a route file is built. */
final class RouteShape {
  private static final int MOST_STEPS = 12;

  /** A configuration applies to every route, so it is a file of its own like a route. */
  private static final Set<String> UNITS = Set.of("route", "routeConfiguration");

  private RouteShape() {}

  static Stream<String> oneRoute(RouteFile file) {
    if (file.isKamelet()) {
      return Faults.when(file.source().isMissingNode(), "a Kamelet has one template with a from");
    }
    JsonNode tree = file.tree();
    boolean one = tree.isArray() && tree.size() == 1 && tree.path(0).size() == 1;
    return Faults.when(
        !one || !UNITS.contains(tree.path(0).fieldNames().next()), "one route per file, no more");
  }

  /** File stem = route id = {@code direct:} name, or the Kamelet's name. */
  static Stream<String> names(RouteFile file) {
    String id = file.isKamelet() ? file.tree().at("/metadata/name").asText() : unit(file, "id");
    boolean called = file.comesFrom("direct");
    String door = file.source().at("/parameters/name").asText();
    return Stream.concat(
        Faults.when(!id.equals(file.stem()), "is named '" + id + "' inside"),
        Faults.when(called && !door.equals(file.stem()), "is called as 'direct:" + door + "'"));
  }

  static Stream<String> description(RouteFile file) {
    String description =
        file.isKamelet()
            ? file.tree().at("/spec/definition/description").asText()
            : unit(file, "description");
    return Faults.when(description.isBlank(), "has no description");
  }

  /** Counted flat: the steps of branches count like their neighbours. */
  static Stream<String> length(RouteFile file) {
    int steps = file.all("steps").mapToInt(JsonNode::size).sum();
    return Faults.when(steps > MOST_STEPS, "has " + steps + " steps, more than " + MOST_STEPS);
  }

  static Stream<String> choices(RouteFile file) {
    return file.all("choice")
        .filter(choice -> !choice.has("otherwise"))
        .map(choice -> "a choice has no otherwise");
  }

  /** Without them Camel takes the following siblings for the body of the split. */
  static Stream<String> splits(RouteFile file) {
    return file.all("split")
        .filter(split -> split.path("steps").isEmpty())
        .map(split -> "a split has no steps");
  }

  private static String unit(RouteFile file, String key) {
    JsonNode item = file.tree().path(0);
    return item.path(item.has("route") ? "route" : "routeConfiguration").path(key).asText();
  }
}
