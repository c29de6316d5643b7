package cn.baosong.camel;

import cn.baosong.desk.Drill;
import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.model.OptionalIdentifiedDefinition;
import org.apache.camel.model.ProcessorDefinitionHelper;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.spi.InterceptStrategy;
import org.apache.camel.support.processor.DelegateAsyncProcessor;
import org.jspecify.annotations.Nullable;

/**
 * Tells a drill of every step of every route, so that a route that is added tomorrow is rehearsed
 * too. A step is named {@code <route>/<id>}, or by its kind where the route file gives it no id.
 */
public final class DrilledSteps implements InterceptStrategy {
  private final Drill drill;

  public DrilledSteps(Drill drill) {
    this.drill = drill;
  }

  @Override
  public Processor wrapProcessorInInterceptors(
      CamelContext context, NamedNode node, Processor target, @Nullable Processor next) {
    String step = route(node) + "/" + name(node);
    return new DelegateAsyncProcessor(target) {
      @Override
      public boolean process(Exchange exchange, AsyncCallback callback) {
        drill.reach(step + "/before");
        return super.process(
            exchange,
            doneSync -> {
              if (!exchange.isFailed()) {
                drill.reach(step + "/after");
              }
              callback.done(doneSync);
            });
      }
    };
  }

  private static String route(NamedNode node) {
    RouteDefinition route = ProcessorDefinitionHelper.getRoute(node);
    return route == null ? "none" : route.getRouteId();
  }

  private static String name(NamedNode node) {
    boolean named =
        node instanceof OptionalIdentifiedDefinition<?> definition
            && definition.hasCustomIdAssigned();
    return named ? node.getId() : node.getShortName();
  }
}
