package cn.baosong.config;

import cn.baosong.core.submission.SealReason;
import cn.baosong.desk.Archive;
import cn.baosong.desk.MalwareScanner;
import cn.baosong.desk.ScreeningDesk;
import cn.baosong.desk.Screenings;
import cn.baosong.desk.SealDesk;
import cn.baosong.desk.Submissions;
import cn.baosong.scanner.Clamd;
import cn.baosong.settings.BaosongSettings;
import cn.baosong.settings.ScannerSettings;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The malware scanner, and what is told of it. */
@Configuration(proxyBeanMethods = false)
class ScannerWiring {
  @Bean
  ScreeningDesk screeningDesk(
      BaosongSettings settings,
      Archive archive,
      Submissions submissions,
      Screenings screenings,
      SealDesk seals,
      OfficeClock clock) {
    return new ScreeningDesk(
        scanner(settings.scanner()), archive, submissions, screenings, seals, clock.machine());
  }

  private static Optional<MalwareScanner> scanner(ScannerSettings settings) {
    return settings.isConfigured()
        ? Optional.of(new Clamd(() -> place(settings), settings.timeout()))
        : Optional.empty();
  }

  private static SocketAddress place(ScannerSettings settings) {
    Path socket = settings.socket();
    return socket == null
        ? new InetSocketAddress(String.valueOf(settings.host()), settings.port())
        : UnixDomainSocketAddress.of(socket);
  }

  @Bean
  HealthIndicator scannerHealthIndicator(ScreeningDesk desk) {
    return () -> {
      if (!desk.isConfigured()) {
        return Health.unknown().withDetail("scanner", "未配置查毒 not configured").build();
      }
      Optional<ScreeningDesk.Trouble> trouble = desk.trouble();
      Health.Builder health = trouble.isPresent() ? Health.down() : Health.up();
      trouble.ifPresent(
          t -> health.withDetail("error", t.why()).withDetail("since", t.since().toString()));
      Screenings.Waiting waiting = desk.waiting();
      waiting.since().ifPresent(since -> health.withDetail("waitingSince", since.toString()));
      return health.withDetail("waiting", waiting.count()).build();
    };
  }

  @Bean
  MeterBinder scannerMeters(ScreeningDesk desk, Archive archive) {
    return registry -> {
      Gauge.builder("baosong.unscanned", desk, d -> d.waiting().count())
          .description("submissions that wait for the malware scanner")
          .register(registry);
      for (SealReason reason : SealReason.values()) {
        Gauge.builder("baosong.sealed", archive, a -> sealed(a, reason))
            .description("originals that lie sealed")
            .tag("reason", reason.name())
            .register(registry);
      }
      Gauge.builder("baosong.scanner.up", desk, ScannerWiring::up)
          .description("whether the malware scanner answers; no number where there is none")
          .register(registry);
    };
  }

  private static double up(ScreeningDesk desk) {
    if (!desk.isConfigured()) {
      return Double.NaN;
    }
    return desk.trouble().isPresent() ? 0 : 1;
  }

  private static double sealed(Archive archive, SealReason reason) {
    try {
      return archive.sealed().stream().filter(s -> s.reason() == reason).count();
    } catch (IOException unreadable) {
      return Double.NaN;
    }
  }
}
