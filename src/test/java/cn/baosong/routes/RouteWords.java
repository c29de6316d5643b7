package cn.baosong.routes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which words may stand in a route file. */
final class RouteWords {
  /** A component's name, options apart; a Kamelet may be called by the name of its kind. */
  private static final Pattern BARE =
      Pattern.compile("[a-z0-9-]+|kamelet:[a-z0-9-]+(/[a-z0-9-]+)?");

  private static final Set<String> ENDPOINTS = Set.of("from", "to", "toD", "wireTap", "poll");
  private static final Set<String> LANGUAGES =
      Set.of("groovy", "java", "joor", "js", "mvel", "ognl", "python", "script");
  private static final Pattern QUEUE = Pattern.compile("\\b(seda|vm|disruptor)(:|$)");
  private static final Pattern KEY = Pattern.compile("\\{\\{\\??([^}:]+)[^}]*}}");

  private RouteWords() {}

  static Stream<String> uris(RouteFile file) {
    Stream<JsonNode> shorthand =
        file.entries()
            .filter(entry -> ENDPOINTS.contains(entry.getKey()))
            .map(Map.Entry::getValue)
            .filter(JsonNode::isTextual);
    return Stream.concat(file.all("uri"), shorthand)
        .map(JsonNode::asText)
        .filter(uri -> !BARE.matcher(uri).matches())
        .map(uri -> "'" + uri + "' is more than a component's name; options go under parameters");
  }

  static Stream<String> programs(RouteFile file) {
    return file.entries()
        .map(Map.Entry::getKey)
        .filter(LANGUAGES::contains)
        .map(language -> "has a program in " + language);
  }

  /** What is only in memory is lost between durable hops. */
  static Stream<String> queues(RouteFile file) {
    return file.entries()
        .map(entry -> entry.getValue().asText())
        .filter(text -> QUEUE.matcher(text).find())
        .map(text -> "hands over in memory: " + text);
  }

  /** One such handler in any file takes the rollback from the transacted routes of all files. */
  static Stream<String> errorHandlers(RouteFile file) {
    return file.all("errorHandler").map(handler -> "has an error handler");
  }

  /** A handled failure moved the broken file to the done folder, and committed half a decision. */
  static Stream<String> handled(RouteFile file) {
    boolean pickup = !file.comesFrom("direct");
    return Stream.concat(file.all("handled"), file.all("continued"))
        .filter(value -> pickup && !value.toString().contains("false"))
        .map(value -> "calls a failure handled");
  }

  /** Camel reads parameters as parts of a URI, where a plus is a blank. */
  static Stream<String> signs(RouteFile file) {
    return file.all("parameters")
        .flatMap(parameters -> parameters.properties().stream())
        .filter(option -> option.getValue().isTextual())
        .filter(option -> option.getValue().asText().contains("+"))
        .filter(option -> !option.getValue().asText().startsWith("RAW("))
        .map(option -> option.getKey() + " loses its plus unless written RAW(…)");
  }

  static Stream<String> keys(RouteFile file) {
    Set<String> own = new HashSet<>();
    file.tree().at("/spec/definition/properties").fieldNames().forEachRemaining(own::add);
    return KEY.matcher(file.text())
        .results()
        .map(key -> key.group(1))
        .filter(key -> !key.startsWith("baosong.") && !key.equals("env") && !own.contains(key))
        .map(key -> "{{" + key + "}} is not declared");
  }
}
