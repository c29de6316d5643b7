package cn.baosong.camel.route;

import cn.baosong.desk.route.RouteFault;
import cn.baosong.desk.route.RouteFault.Problem;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.ExpressionIllegalSyntaxException;
import org.apache.camel.FailedToCreateRouteException;
import org.apache.camel.NoSuchBeanException;
import org.apache.camel.NoSuchEndpointException;
import org.apache.camel.component.bean.MethodNotFoundException;
import org.apache.camel.language.simple.types.SimpleIllegalSyntaxException;
import org.apache.camel.util.ObjectHelper;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** Makes of what Camel says of a route what an engineer needs: the file, the line and the word. */
record FaultFinder(RouteSet routes) {
  private static final Pattern KAMELET =
      Pattern.compile("Resource not found: .*?([\\w.-]+)[.]kamelet[.]yaml");
  private static final Pattern INSIDE = Pattern.compile("Kamelet with id (\\S+)");
  private static final Pattern PARAMETER =
      Pattern.compile("Route template (\\S+) the following mandatory parameters.*: (.+)");
  private static final Pattern OPTION = Pattern.compile("Unknown parameters=\\[\\{([^=}]+)=");
  private static final Pattern SETTING = Pattern.compile("Property with key \\[([^]]+)] not found");
  private static final Pattern MISSPELT =
      Pattern.compile("(?:Unknown node id|Unsupported field): (\\S+)");
  private static final int LONGEST = 300;

  /** A file that cannot be read as a route. */
  RouteFault inReading(RouteSource source, Exception failure) {
    String told = told(failure);
    MarkedYamlEngineException marked =
        ObjectHelper.getException(MarkedYamlEngineException.class, failure);
    if (marked == null) {
      return new RouteFault(source.name(), 0, Problem.OTHER, "", brief(told));
    }
    int line = marked.getProblemMark().map(Mark::getLine).orElse(-1) + 1;
    Optional<String> word = group(MISSPELT, told, 1);
    Problem problem = word.isPresent() ? Problem.UNKNOWN_WORD : Problem.UNREADABLE;
    String about = word.orElse("");
    return new RouteFault(
        source.name(),
        about.isEmpty() ? line : at(source, about, line),
        problem,
        about,
        brief(told));
  }

  /** Routes that were read and cannot be put together. */
  RouteFault inBuilding(Exception failure) {
    String told = told(failure);
    Optional<Named> named = named(failure, told);
    Problem problem = named.map(Named::problem).orElse(Problem.OTHER);
    String about = named.map(Named::about).orElse("");
    Optional<RouteSource> source = file(failure, about);
    int first = source.map(file -> file.lineOf("from:")).orElse(0);
    int line = source.map(file -> at(file, named.map(Named::written).orElse(""), first)).orElse(0);
    return new RouteFault(
        source.map(RouteSource::name).orElse(""), line, problem, about, brief(told));
  }

  /**
   * What is wrong.
   *
   * @param written the words by which it is found in the file
   */
  private record Named(Problem problem, String about, String written) {
    Named(Problem problem, String about) {
      this(problem, about, about);
    }
  }

  private static Optional<Named> named(Exception failure, String told) {
    NoSuchBeanException bean = ObjectHelper.getException(NoSuchBeanException.class, failure);
    if (bean != null && bean.getName() != null) {
      return Optional.of(new Named(Problem.NO_BEAN, bean.getName()));
    }
    MethodNotFoundException method =
        ObjectHelper.getException(MethodNotFoundException.class, failure);
    if (method != null) {
      return Optional.of(new Named(Problem.NO_METHOD, method.getMethodName()));
    }
    NoSuchEndpointException place =
        ObjectHelper.getException(NoSuchEndpointException.class, failure);
    if (place != null) {
      String scheme = place.getUri().split("[:?]", 2)[0];
      return Optional.of(new Named(Problem.NO_COMPONENT, scheme, "uri: " + scheme));
    }
    if (ObjectHelper.getException(SimpleIllegalSyntaxException.class, failure) != null
        || ObjectHelper.getException(ExpressionIllegalSyntaxException.class, failure) != null) {
      return Optional.of(new Named(Problem.BAD_EXPRESSION, "", "simple:"));
    }
    RouteSwap.NotStarted stands = ObjectHelper.getException(RouteSwap.NotStarted.class, failure);
    if (stands != null) {
      return Optional.of(new Named(Problem.NOT_STARTED, stands.route(), "id: " + stands.route()));
    }
    return group(SETTING, told, 1)
        .map(key -> new Named(Problem.NO_SETTING, key))
        .or(() -> group(OPTION, told, 1).map(key -> new Named(Problem.UNKNOWN_OPTION, key)))
        .or(() -> group(KAMELET, told, 1).map(key -> new Named(Problem.NO_KAMELET, key)))
        .or(
            () ->
                group(PARAMETER, told, 2)
                    .map(key -> new Named(Problem.KAMELET_PARAMETER, key, template(told))));
  }

  private static String template(String told) {
    return group(PARAMETER, told, 1).orElse("");
  }

  /** The file of the route that Camel names, else one that holds the word. */
  private Optional<RouteSource> file(Exception failure, String about) {
    FailedToCreateRouteException route =
        ObjectHelper.getException(FailedToCreateRouteException.class, failure);
    if (route != null && route.getLocation() != null) {
      Optional<RouteSource> located =
          routes.inOrder().stream()
              .filter(source -> route.getLocation().contains("routes/" + source.name()))
              .findFirst();
      if (located.isPresent()) {
        return located;
      }
    }
    if (route != null && route.getRouteId() != null) {
      Optional<RouteSource> named =
          routes.inOrder().stream()
              .filter(source -> source.lineOf("id: " + route.getRouteId()) > 0)
              .findFirst();
      if (named.isPresent()) {
        return named;
      }
    }
    Optional<RouteSource> inside = kamelet(failure).filter(it -> it.lineOf(about) > 0);
    if (inside.isPresent() && !about.isEmpty()) {
      return inside;
    }
    String template = template(told(failure));
    String word = template.isEmpty() ? about : template;
    return word.isEmpty()
        ? Optional.empty()
        : routes.inOrder().stream()
            .filter(source -> !source.isKamelet() && source.lineOf(word) > 0)
            .findFirst();
  }

  /** The Kamelet whose inside could not be put together. */
  private Optional<RouteSource> kamelet(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      Optional<String> id = group(INSIDE, String.valueOf(each.getMessage()), 1);
      if (id.isPresent()) {
        return routes.find("kamelets/" + id.get() + ".kamelet.yaml");
      }
    }
    return Optional.empty();
  }

  private static int at(RouteSource source, String written, int otherwise) {
    int line = written.isEmpty() ? 0 : source.lineOf(written);
    return line > 0 ? line : otherwise;
  }

  private static Optional<String> group(Pattern pattern, String told, int group) {
    Matcher found = pattern.matcher(told);
    return found.find() ? Optional.of(found.group(group)) : Optional.empty();
  }

  /** The root says it; the others repeat it. */
  private static String told(Throwable failure) {
    return RouteTrouble.told(failure).replace('\n', ' ').strip();
  }

  private static String brief(String told) {
    return told.length() <= LONGEST ? told : told.substring(0, LONGEST) + "…";
  }
}
