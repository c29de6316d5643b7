package cn.baosong.config;

import cn.baosong.camel.route.CamelRoutes;
import cn.baosong.camel.route.ExpectedRoutes;
import cn.baosong.camel.route.RouteLog;
import cn.baosong.desk.Audit;
import cn.baosong.desk.Routes;
import cn.baosong.desk.route.Backlogs;
import cn.baosong.desk.route.Idle;
import cn.baosong.desk.route.RouteDesk;
import cn.baosong.settings.BaosongSettings;
import cn.baosong.store.SqlBacklogs;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import org.apache.camel.CamelContext;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How the office watches over its routes. */
@Configuration(proxyBeanMethods = false)
class RouteWiring {
  @Bean
  RouteLog routeLog(OfficeClock clock) {
    return new RouteLog(clock.machine());
  }

  @Bean
  ExpectedRoutes expectedRoutes(CamelContext context) {
    return new ExpectedRoutes(context);
  }

  @Bean
  Routes routes(CamelContext context, RouteLog log, ExpectedRoutes expected, Audit audit) {
    return new CamelRoutes(context, log, expected, audit);
  }

  @Bean
  RouteDesk routeDesk(Routes routes, Audit audit, BaosongSettings settings, OfficeClock clock) {
    return new RouteDesk(routes, audit, settings.watch().forgotten(), clock.machine());
  }

  @Bean
  RouteWatch routeWatch(RouteDesk desk) {
    return new RouteWatch(desk::look);
  }

  @Bean
  Backlogs backlogs(JdbcClient jdbc) {
    return new SqlBacklogs(jdbc);
  }

  /** Down when a route is missing or does not run, and says which, by whom and why. */
  @Bean
  HealthIndicator routesHealthIndicator(RouteDesk desk) {
    return () -> {
      List<Idle> idle = desk.idle();
      Health.Builder health = idle.isEmpty() ? Health.up() : Health.down();
      idle.forEach(one -> health.withDetail(one.id(), told(one)));
      return health.build();
    };
  }

  private static String told(Idle idle) {
    return idle.state()
        + " since "
        + idle.since()
        + idle.halt().map(halt -> " by " + halt.by() + ": " + halt.reason()).orElse("");
  }

  @Bean
  MeterBinder routeMeters(RouteDesk desk) {
    return registry -> {
      Gauge.builder("baosong.routes.idle", desk, all -> all.idle().size())
          .description("routes that should run and do not")
          .register(registry);
      Gauge.builder(
              "baosong.routes.forgotten",
              desk,
              all -> all.idle().stream().filter(Idle::forgotten).count())
          .description("of these, those that have been so for longer than baosong.watch.forgotten")
          .register(registry);
    };
  }
}
