package cn.baosong.camel.route;

import cn.baosong.desk.Routes.Counts;
import cn.baosong.desk.route.RouteModels;
import cn.baosong.desk.route.RouteStep;
import cn.baosong.desk.route.RouteStep.Kind;
import cn.baosong.desk.route.RouteStep.Way;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.api.management.ManagedCamelContext;
import org.apache.camel.api.management.mbean.ManagedProcessorMBean;
import org.apache.camel.model.CatchDefinition;
import org.apache.camel.model.ChoiceDefinition;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.OptionalIdentifiedDefinition;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.TryDefinition;
import org.apache.camel.model.WhenDefinition;

/** Reads a route's steps from Camel's model of it, and what passed them from its counters. */
public final class CamelModels implements RouteModels {
  private final CamelContext context;

  public CamelModels(CamelContext context) {
    this.context = context;
  }

  @Override
  public Optional<RouteStep> of(String route) {
    return Optional.ofNullable(((ModelCamelContext) context).getRouteDefinition(route))
        .map(this::source);
  }

  private RouteStep source(RouteDefinition route) {
    RouteFacts facts = new RouteFacts(route);
    return new RouteStep(
        "",
        Kind.SOURCE,
        StepFacts.place(facts.given()),
        Math.max(0, route.getInput().getLineNumber()),
        Optional.empty(),
        Optional.empty(),
        List.of(new Way("", steps(route.getOutputs()))));
  }

  private List<RouteStep> steps(List<ProcessorDefinition<?>> outputs) {
    return outputs.stream().map(this::step).toList();
  }

  private RouteStep step(ProcessorDefinition<?> node) {
    StepFacts facts = new StepFacts(node);
    return new RouteStep(
        name(node),
        facts.kind(),
        facts.note(),
        Math.max(0, node.getLineNumber()),
        counts(node),
        facts.leadsTo(),
        ways(node));
  }

  private List<Way> ways(ProcessorDefinition<?> node) {
    if (node instanceof ChoiceDefinition choice) {
      return ways(choice);
    }
    if (node instanceof TryDefinition tried) {
      return ways(tried);
    }
    List<ProcessorDefinition<?>> within = node.getOutputs();
    return within.isEmpty()
        ? List.of()
        : List.of(new Way(StepFacts.condition(node), steps(within)));
  }

  private List<Way> ways(ChoiceDefinition choice) {
    List<Way> ways = new ArrayList<>();
    for (WhenDefinition when : choice.getWhenClauses()) {
      String condition = StepFacts.expression(when.getExpression());
      ways.add(new Way(condition, steps(when.getOutputs())));
    }
    if (choice.getOtherwise() != null) {
      ways.add(new Way(Way.OTHERWISE, steps(choice.getOtherwise().getOutputs())));
    }
    return ways;
  }

  private List<Way> ways(TryDefinition tried) {
    List<Way> ways = new ArrayList<>();
    ways.add(new Way("", steps(tried.getOutputsWithoutCatches())));
    if (tried.getCatchClauses() != null) {
      for (CatchDefinition caught : tried.getCatchClauses()) {
        ways.add(new Way(StepFacts.caught(caught), steps(caught.getOutputs())));
      }
    }
    if (tried.getFinallyClause() != null) {
      ways.add(new Way("finally", steps(tried.getFinallyClause().getOutputs())));
    }
    return ways;
  }

  private static String name(OptionalIdentifiedDefinition<?> node) {
    return node.hasCustomIdAssigned() ? Objects.requireNonNullElse(node.getId(), "") : "";
  }

  private Optional<Counts> counts(ProcessorDefinition<?> node) {
    ManagedProcessorMBean counters =
        node.getId() == null
            ? null
            : context
                .getCamelContextExtension()
                .getContextPlugin(ManagedCamelContext.class)
                .getManagedProcessor(node.getId());
    if (counters == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Counts(
              counters.getExchangesTotal(),
              counters.getExchangesFailed(),
              counters.getExchangesInflight()));
    } catch (Exception unavailable) { // a counter that cannot be read is shown as none
      return Optional.empty();
    }
  }
}
