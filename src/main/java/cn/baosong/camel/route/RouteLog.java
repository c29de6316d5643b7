package cn.baosong.camel.route;

import cn.baosong.desk.Routes.Counted;
import cn.baosong.desk.Routes.Flow;
import cn.baosong.desk.Routes.Mishap;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Route;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;
import org.apache.camel.support.RoutePolicySupport;
import org.jspecify.annotations.Nullable;

/**
 * What passed each route in the last day, and why the last failure failed: a ring of spans for each
 * route, so that its memory is bounded however much passes. An edited route keeps its own.
 */
public final class RouteLog implements RoutePolicyFactory {
  /** Six an hour, for a day. */
  static final int SPANS = 144;

  static final Duration SPAN = Duration.ofMinutes(10);

  private final Clock clock;
  private final Map<String, Passed> routes = new ConcurrentHashMap<>();

  /**
   * @param clock real time
   */
  public RouteLog(Clock clock) {
    this.clock = clock;
  }

  @Override
  public RoutePolicy createRoutePolicy(CamelContext context, String routeId, NamedNode route) {
    Passed passed = of(routeId);
    return new RoutePolicySupport() {
      @Override
      public void onExchangeDone(Route done, Exchange exchange) {
        Exception failure = exchange.getException();
        passed.count(clock.instant(), failure);
      }
    };
  }

  Flow day(String route) {
    return of(route).day(clock.instant());
  }

  Optional<Mishap> lastFailure(String route) {
    return of(route).last();
  }

  private Passed of(String route) {
    return routes.computeIfAbsent(route, id -> new Passed());
  }

  /** One route's ring. */
  private static final class Passed {
    private final long[] done = new long[SPANS];
    private final long[] failed = new long[SPANS];
    private long newest = Long.MIN_VALUE;
    private Optional<Mishap> last = Optional.empty();

    synchronized void count(Instant at, @Nullable Throwable failure) {
      turnTo(at);
      int place = place(newest);
      if (failure == null) {
        done[place]++;
      } else {
        failed[place]++;
        last = Optional.of(RouteTrouble.mishap(at, failure));
      }
    }

    synchronized Flow day(Instant now) {
      turnTo(now);
      List<Counted> spans = new ArrayList<>(SPANS);
      for (long span = newest - SPANS + 1; span <= newest; span++) {
        spans.add(new Counted(done[place(span)], failed[place(span)]));
      }
      Instant from = Instant.ofEpochSecond((newest - SPANS + 1) * SPAN.toSeconds());
      return new Flow(from, SPAN, spans);
    }

    synchronized Optional<Mishap> last() {
      return last;
    }

    /** Empties the spans that nothing has passed in; a clock that was set back counts on. */
    private void turnTo(Instant now) {
      long span = Math.floorDiv(now.getEpochSecond(), SPAN.toSeconds());
      long first = Math.max(newest == Long.MIN_VALUE ? span : newest + 1, span - SPANS + 1);
      for (long empty = first; empty <= span; empty++) {
        done[place(empty)] = 0;
        failed[place(empty)] = 0;
      }
      newest = Math.max(newest, span);
    }

    private static int place(long span) {
      return (int) Math.floorMod(span, (long) SPANS);
    }
  }
}
