package cn.baosong.config;

import cn.baosong.camel.folder.Doorkeeper;
import cn.baosong.core.submission.Channel;
import cn.baosong.desk.CallFaults;
import cn.baosong.desk.ChannelDesk;
import cn.baosong.desk.ChannelState;
import cn.baosong.desk.Intake;
import cn.baosong.desk.Reconciliation;
import cn.baosong.store.Journal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What an operator is told first: can the office write, does it look into its inbox, are its calls
 * whole.
 */
@Configuration(proxyBeanMethods = false)
class OfficeHealth {
  /** An inbox that nobody has looked into for so long is down. */
  private static final Duration UNSEEN = Duration.ofSeconds(60);

  @Bean
  HealthIndicator journalHealthIndicator(Journal journal) {
    return () -> (journal.healthy() ? Health.up() : Health.down()).build();
  }

  @Bean
  HealthIndicator intakeHealthIndicator(Intake intake) {
    return () ->
        intake
            .closed()
            .map(why -> Health.down().withDetail("error", why))
            .orElseGet(Health::up)
            .build();
  }

  @Bean
  HealthIndicator inboxHealthIndicator(Doorkeeper doorkeeper, OfficeClock clock) {
    Instant started = clock.machine().instant();
    return () -> {
      Optional<Instant> look = doorkeeper.lastLook();
      Duration unseen = Duration.between(look.orElse(started), clock.machine().instant());
      Optional<String> failure = doorkeeper.failure();
      boolean down = unseen.compareTo(UNSEEN) >= 0 || failure.isPresent();
      Health.Builder health = down ? Health.down() : Health.up();
      look.ifPresent(at -> health.withDetail("lastLook", at.toString()));
      failure.ifPresent(why -> health.withDetail("error", why));
      doorkeeper.wrongClock().ifPresent(why -> health.withDetail("clock", why));
      return health
          .withDetail("waiting", doorkeeper.waiting())
          .withDetail("ignored", doorkeeper.ignored())
          .build();
    };
  }

  /** One dead mailbox is told by name and cause; the others go on. */
  @Bean
  HealthIndicator mailboxesHealthIndicator(ChannelDesk channels) {
    return () -> health(channels.of(Channel.EMAIL));
  }

  /** The same of the servers that units upload to. */
  @Bean
  HealthIndicator serversHealthIndicator(ChannelDesk channels) {
    return () -> {
      List<ChannelState> all = new ArrayList<>(channels.of(Channel.FTP));
      all.addAll(channels.of(Channel.SFTP));
      return health(all);
    };
  }

  private static Health health(List<ChannelState> states) {
    Health.Builder health = Health.up();
    for (ChannelState state : states) {
      Reconciliation.Source source = state.source();
      String look = source.lastLook().map(Instant::toString).orElse("never");
      String told =
          source.error().orElse("ok") + "; last look " + look + "; waiting " + state.missing();
      List<String> signs = state.signs().stream().map(Enum::name).toList();
      health.withDetail(source.name(), signs.isEmpty() ? told : told + "; " + signs);
      if (state.level() == ChannelState.Level.FAILED) {
        health.down();
      }
    }
    return health.build();
  }

  /**
   * A broken edit does not stop the office, since the last valid version stays; it is shown all the
   * same.
   */
  @Bean
  HealthIndicator callsHealthIndicator(CallFaults faults) {
    return () -> {
      Health.Builder health = Health.up();
      faults.faults().forEach((call, found) -> health.withDetail(call, found.get(0).toString()));
      return health.build();
    };
  }
}
