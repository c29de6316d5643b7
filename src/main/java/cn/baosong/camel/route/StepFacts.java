package cn.baosong.camel.route;

import cn.baosong.desk.route.RouteStep.Kind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.model.BeanDefinition;
import org.apache.camel.model.CatchDefinition;
import org.apache.camel.model.ChoiceDefinition;
import org.apache.camel.model.ExpressionNode;
import org.apache.camel.model.FilterDefinition;
import org.apache.camel.model.MulticastDefinition;
import org.apache.camel.model.OnExceptionDefinition;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.SendDefinition;
import org.apache.camel.model.SplitDefinition;
import org.apache.camel.model.ToDynamicDefinition;
import org.apache.camel.model.TransactedDefinition;
import org.apache.camel.model.TryDefinition;
import org.apache.camel.model.language.ExpressionDefinition;
import org.apache.camel.model.language.MethodCallExpression;
import org.jspecify.annotations.Nullable;

/** What a node of Camel's model does, in a few words, none of them a secret. */
record StepFacts(ProcessorDefinition<?> node) {
  private static final int LONGEST = 120;

  Kind kind() {
    if (node instanceof SendDefinition<?> || node instanceof ToDynamicDefinition) {
      return leadsTo().isPresent() || address().startsWith("direct:") ? Kind.HANDOVER : Kind.PLACE;
    }
    return switch (node.getShortName()) {
      case "bean" -> Kind.BEAN;
      case "choice" -> Kind.CHOICE;
      case "split", "loop" -> Kind.EACH;
      case "filter" -> Kind.FILTER;
      case "transacted" -> Kind.TRANSACTION;
      case "doTry" -> Kind.TRY;
      case "onException" -> Kind.FAILURE;
      case "multicast", "recipientList" -> Kind.SEVERAL;
      case "setBody",
          "setVariable",
          "setHeader",
          "setProperty",
          "removeHeader",
          "removeHeaders",
          "unmarshal",
          "marshal",
          "convertBodyTo" ->
          Kind.SET;
      default -> Kind.OTHER;
    };
  }

  /** The route, where the file names one. */
  Optional<String> leadsTo() {
    return RouteFacts.directOf(address()).filter(id -> !id.contains("$"));
  }

  /** What the file says of the step, else what it names. */
  String note() {
    String described = node.getDescription();
    if (described != null && !described.isBlank()) {
      return described.strip();
    }
    if (node instanceof BeanDefinition bean) {
      return Stream.of(bean.getRef(), bean.getMethod())
          .filter(word -> word != null && !word.isBlank())
          .collect(Collectors.joining("."))
          .replaceFirst("\\(.*", "()"); // what it is given stands in the file
    }
    if (!address().isEmpty()) {
      return place(address());
    }
    if (node instanceof SplitDefinition split) {
      return expression(split.getExpression());
    }
    boolean conditional = node instanceof FilterDefinition || node instanceof ChoiceDefinition;
    if (node instanceof ExpressionNode named && !conditional) {
      return shortened(node.getShortName() + " " + expression(named.getExpression()));
    }
    List<Class<?>> plain =
        List.of(
            TransactedDefinition.class,
            TryDefinition.class,
            ChoiceDefinition.class,
            FilterDefinition.class,
            MulticastDefinition.class);
    return plain.contains(node.getClass()) ? "" : node.getShortName();
  }

  private String address() {
    if (node instanceof SendDefinition<?> sends) {
      return sends.getEndpointUri();
    }
    return node instanceof ToDynamicDefinition sends ? sends.getUri() : "";
  }

  /** When what lies within is done; empty when it always is. */
  static String condition(ProcessorDefinition<?> node) {
    if (node instanceof FilterDefinition filter) {
      return expression(filter.getExpression());
    }
    return node instanceof OnExceptionDefinition failure ? names(failure.getExceptions()) : "";
  }

  static String caught(CatchDefinition caught) {
    return names(caught.getExceptions());
  }

  private static String names(List<String> classes) {
    return classes.stream()
        .map(name -> name.substring(name.lastIndexOf('.') + 1))
        .collect(Collectors.joining(", "));
  }

  static String expression(@Nullable ExpressionDefinition expression) {
    if (expression == null) {
      return "";
    }
    if (expression instanceof MethodCallExpression call) {
      return call.getRef() + "." + call.getMethod();
    }
    return shortened(String.valueOf(expression.getExpression()));
  }

  /** Component and place of an address, without the options, which may hold a secret. */
  static String place(String uri) {
    String bare = uri.split("\\?", 2)[0].replaceFirst("^(\\w[\\w-]*):/*", "$1:");
    String named = bare.replaceFirst("^sql:.*/", "sql:"); // a statement is known by its file
    return shortened(named.replaceFirst(":[^:@/]*@", ":"));
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
