package cn.baosong.camel;

import java.util.Optional;
import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.model.ProcessorDefinitionHelper;
import org.apache.camel.spi.InterceptStrategy;
import org.apache.camel.support.processor.DelegateAsyncProcessor;
import org.slf4j.MDC;

/**
 * Tells the log which route, channel and submission a line belongs to: numbers and codes of the
 * office, nothing that a sender wrote.
 */
public final class LogFacts implements InterceptStrategy {
  private static final String ROUTE = "route";

  @Override
  public Processor wrapProcessorInInterceptors(
      CamelContext context, NamedNode definition, Processor target, Processor next) {
    Optional<String> route = Optional.ofNullable(ProcessorDefinitionHelper.getRouteId(definition));
    return new DelegateAsyncProcessor(target) {
      @Override
      public boolean process(Exchange exchange, AsyncCallback callback) {
        try (Told byRoute = Told.of(ROUTE, route);
            Told byChannel = Told.of(Facts.CHANNEL, code(exchange, Facts.CHANNEL));
            Told bySubmission = Told.of(Facts.SUBMISSION, code(exchange, Facts.SUBMISSION))) {
          return super.process(exchange, callback);
        }
      }
    };
  }

  private static Optional<String> code(Exchange exchange, String fact) {
    return Optional.ofNullable(exchange.getVariable(fact))
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .filter(text -> text.matches("[A-Za-z0-9-]{1,40}"));
  }

  /** A fact for as long as a step takes; afterwards what was told before. */
  private record Told(String key, Optional<String> before) implements AutoCloseable {
    static Told of(String key, Optional<String> value) {
      Told told = new Told(key, Optional.ofNullable(MDC.get(key)));
      value.ifPresent(v -> MDC.put(key, v));
      return told;
    }

    @Override
    public void close() {
      before.ifPresentOrElse(value -> MDC.put(key, value), () -> MDC.remove(key));
    }
  }
}
