package cn.baosong.config;

import cn.baosong.camel.mail.MailboxRoutes;
import cn.baosong.camel.route.CamelModels;
import cn.baosong.camel.route.CamelRoutes;
import cn.baosong.camel.route.ExpectedRoutes;
import cn.baosong.camel.route.RouteCheck;
import cn.baosong.camel.route.RouteFolder;
import cn.baosong.camel.route.RouteLog;
import cn.baosong.camel.route.RouteSwap;
import cn.baosong.camel.route.SettingsRoutes;
import cn.baosong.camel.server.ServerComponent;
import cn.baosong.camel.server.ServerRoutes;
import cn.baosong.camel.server.Servers;
import cn.baosong.desk.Audit;
import cn.baosong.desk.Routes;
import cn.baosong.desk.route.Backlogs;
import cn.baosong.desk.route.Idle;
import cn.baosong.desk.route.RouteDesk;
import cn.baosong.desk.route.RouteFiles;
import cn.baosong.desk.route.RouteModels;
import cn.baosong.settings.BaosongSettings;
import cn.baosong.store.SqlBacklogs;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.Component;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.AntPathMatcher;

/** How the office watches over its routes. */
@Configuration(proxyBeanMethods = false)
class RouteWiring {
  /** Less than what a route has to stop in when the office ends. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

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
  RouteFolder routeFiles(
      BaosongSettings settings,
      @Value("${camel.main.routes-exclude-pattern:}") String excluded,
      RouteCheck check,
      RouteSwap swap,
      ExpectedRoutes expected,
      Audit audit) {
    AntPathMatcher patterns = new AntPathMatcher();
    RouteFolder.Place place =
        new RouteFolder.Place(
            settings.routes(), name -> !patterns.match(excluded, "routes/" + name));
    return new RouteFolder(place, check, swap, expected, audit);
  }

  @Bean
  RouteCheck routeCheck(CamelContext context, RouteParts parts) {
    return new RouteCheck(context, parts.components(), parts.bySettings());
  }

  @Bean
  RouteSwap routeSwap(CamelContext context, RouteParts parts) {
    return new RouteSwap(context, parts.bySettings(), PATIENCE);
  }

  /** What the routes rest on beside their files. */
  record RouteParts(Map<String, Supplier<Component>> components, List<SettingsRoutes> bySettings) {}

  @Bean
  RouteParts routeParts(Servers servers, MailboxRoutes mailboxes, ServerRoutes collected) {
    return new RouteParts(
        Map.of("office-ftp", () -> new ServerComponent(servers.apart())),
        List.of(
            new SettingsRoutes("office-mailbox", mailboxes::again),
            new SettingsRoutes("office-server", collected::again)));
  }

  /** A typo refuses the start, and is told with its file and line (faults.md, O06). */
  @Bean
  CamelContextConfiguration routesAreSound(RouteFolder files, OfficeClock clock) {
    return new CamelContextConfiguration() {
      @Override
      public void beforeApplicationStart(CamelContext context) {
        files.begin(clock.machine().instant());
      }

      @Override
      public void afterApplicationStart(CamelContext context) {
        // nothing more
      }
    };
  }

  @Bean
  RouteWatch routeWatch(RouteDesk desk, RouteFolder files, OfficeClock clock) {
    return new RouteWatch(desk::look, () -> files.look(clock.machine().instant()));
  }

  @Bean
  RouteModels routeModels(CamelContext context) {
    return new CamelModels(context);
  }

  @Bean
  Backlogs backlogs(JdbcClient jdbc) {
    return new SqlBacklogs(jdbc);
  }

  /** Down when a route is missing or does not run, and says which, by whom and why. */
  @Bean
  HealthIndicator routesHealthIndicator(RouteDesk desk, RouteFiles files) {
    return () -> {
      List<Idle> idle = desk.idle();
      Health.Builder health = idle.isEmpty() ? Health.up() : Health.down();
      idle.forEach(one -> health.withDetail(one.id(), told(one)));
      files
          .faults()
          .forEach(fault -> health.withDetail("routes/" + fault.place(), fault.toString()));
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
