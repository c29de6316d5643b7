package cn.baosong.camel.route;

import cn.baosong.desk.Routes.Origin;
import cn.baosong.desk.Routes.Place;
import cn.baosong.desk.Routes.Queue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.model.ProcessorDefinitionHelper;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.ToDefinition;

/** What a route's model says of it: where it comes from, what it takes, whom it hands on to. */
record RouteFacts(RouteDefinition model) {
  private static final String DIRECT = "direct:";
  private static final String KAMELET = "kamelet:";
  private static final String PARENT = "parentRouteId";

  /** The statement by which a route takes from a queue is named so. */
  private static final Map<String, Queue> CLAIMS =
      Map.of(
          "claim-submission.sql", Queue.OPENING,
          "claim-costly-submission.sql", Queue.OPENING,
          "claim-reading.sql", Queue.READING,
          "claim-unit-call.sql", Queue.ASSESSMENT,
          "claim-letter.sql", Queue.LETTERS,
          "claim-mailing.sql", Queue.MAIL,
          "claim-delivery.sql", Queue.DELIVERY);

  Origin origin() {
    if (isInside()) {
      return new Origin(Origin.Kind.KAMELET, kamelet(model.getLocation()), line(), parent());
    }
    String place = model.getInput().getLocation();
    if (place == null || !place.startsWith("file:")) {
      String template = kameletOf(from()).orElse("");
      return new Origin(Origin.Kind.SETTINGS, template, 0, Optional.empty());
    }
    return new Origin(Origin.Kind.FILE, stem(place), line(), Optional.empty());
  }

  Place place() {
    return new Place(scheme(from()), calls(), queue());
  }

  /** What it takes from, with its options; it may hold a secret. */
  String from() {
    return model.getInput().getEndpointUri();
  }

  /** The same as the Kamelet was given it. */
  String given() {
    String given = from();
    if (model.getTemplateParameters() != null) {
      for (Map.Entry<String, Object> told : model.getTemplateParameters().entrySet()) {
        given = given.replace("{{" + told.getKey() + "}}", String.valueOf(told.getValue()));
      }
    }
    return given;
  }

  boolean isInside() {
    return Boolean.TRUE.equals(model.isTemplate());
  }

  /** The Kamelet that the address names, as a file below {@code routes/}. */
  static Optional<String> kameletOf(String uri) {
    if (!uri.startsWith(KAMELET)) {
      return Optional.empty();
    }
    String name = uri.substring(KAMELET.length()).split("[/?]", 2)[0];
    return Optional.of("kamelets/" + name + ".kamelet.yaml");
  }

  /** The route that the address names. */
  static Optional<String> directOf(String uri) {
    return uri.startsWith(DIRECT)
        ? Optional.of(uri.substring(DIRECT.length()).split("\\?", 2)[0].replaceFirst("^//", ""))
        : Optional.empty();
  }

  private List<String> calls() {
    List<String> calls = new ArrayList<>(parent().stream().toList());
    Collection<ToDefinition> steps =
        ProcessorDefinitionHelper.filterTypeInOutputs(model.getOutputs(), ToDefinition.class);
    for (ToDefinition step : steps) {
      directOf(step.getEndpointUri()).filter(id -> !calls.contains(id)).ifPresent(calls::add);
    }
    return calls;
  }

  private Optional<Queue> queue() {
    return CLAIMS.entrySet().stream()
        .filter(claim -> given().contains("/" + claim.getKey()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private Optional<String> parent() {
    return Optional.ofNullable(model.getTemplateParameters())
        .map(told -> told.get(PARENT))
        .map(Object::toString)
        .filter(id -> !id.isEmpty());
  }

  private int line() {
    return Math.max(0, model.getInput().getLineNumber());
  }

  private static String scheme(String uri) {
    return uri.split("[:?]", 2)[0];
  }

  private static String stem(String place) {
    return place.substring(place.lastIndexOf('/') + 1);
  }

  private static String kamelet(String place) {
    return "kamelets/" + stem(place);
  }
}
