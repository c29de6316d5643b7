package cn.baosong.camel.route;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.desk.MovedClock;
import cn.baosong.desk.Routes.Counted;
import cn.baosong.desk.Routes.Flow;
import cn.baosong.desk.Routes.Mishap;
import cn.baosong.desk.Routes.Trouble;
import java.io.IOException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.SSLHandshakeException;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RouteLogTest {
  private static final Instant START = Instant.parse("2026-01-01T00:03:00Z");

  private final MovedClock clock = new MovedClock(START);
  private final RouteLog log = new RouteLog(clock);
  private final DefaultCamelContext context = new DefaultCamelContext();

  @BeforeEach
  void starts() throws Exception {
    context.disableJMX();
    context.addRoutePolicyFactory(log);
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from("direct:a").routeId("a").to("direct:b");
            from("direct:b")
                .routeId("b")
                .process(
                    exchange -> {
                      if (exchange.getMessage().getBody() instanceof Exception failure) {
                        throw failure;
                      }
                    });
          }
        });
    context.start();
  }

  @AfterEach
  void stops() {
    context.stop();
  }

  private void send(Object body) {
    context
        .createProducerTemplate()
        .send("direct:a", exchange -> exchange.getMessage().setBody(body));
  }

  @Test
  void countsInEveryRouteThatAPackagePasses() {
    send("one");
    send(new IOException("gone"));
    for (String route : List.of("a", "b")) {
      Flow day = log.day(route);
      assertThat(day.spans()).hasSize(144);
      assertThat(day.spans().get(143)).isEqualTo(new Counted(1, 1));
      assertThat(day.from().plus(Duration.ofMinutes(10 * 143)))
          .isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
    }
  }

  @Test
  void forgetsWhatPassedMoreThanADayAgo() {
    send("one");
    clock.set(START.plus(Duration.ofMinutes(30)));
    send("two");
    assertThat(log.day("a").spans().get(140)).isEqualTo(new Counted(1, 0));
    assertThat(log.day("a").joined(6).spans()).hasSize(24);
    assertThat(log.day("a").joined(6).done()).isEqualTo(2);
    clock.set(START.plus(Duration.ofDays(1)));
    assertThat(log.day("a").done()).isEqualTo(1);
    clock.set(START.plus(Duration.ofDays(9)));
    assertThat(log.day("a").done()).isZero();
  }

  @Test
  void countsOnWhenTheClockIsSetBack() {
    send("one");
    clock.set(START.minus(Duration.ofDays(2)));
    send("two");
    assertThat(log.day("a").done()).isEqualTo(2);
  }

  @Test
  void keepsTheCauseOfTheLastFailureAndNoMore() {
    assertThat(log.lastFailure("b")).isEmpty();
    send(new IOException("outer", new ConnectException("refused")));
    send("one");
    assertThat(log.lastFailure("b")).contains(new Mishap(START, Trouble.NETWORK, "refused"));
    send(new IllegalStateException("x".repeat(5000)));
    assertThat(log.lastFailure("b").orElseThrow().told()).hasSize(500);
  }

  @Test
  void tellsWhatLiesBehindAFailure() {
    assertThat(RouteTrouble.of(new SSLHandshakeException("no"))).isEqualTo(Trouble.CERTIFICATE);
    assertThat(RouteTrouble.of(new RuntimeException(new SQLException())))
        .isEqualTo(Trouble.DATABASE);
    assertThat(RouteTrouble.of(new IOException("No space left on device"))).isEqualTo(Trouble.DISK);
    assertThat(RouteTrouble.of(new IOException("odd"))).isEqualTo(Trouble.OTHER);
    assertThat(RouteTrouble.told(new IllegalStateException())).isEqualTo("IllegalStateException");
  }
}
