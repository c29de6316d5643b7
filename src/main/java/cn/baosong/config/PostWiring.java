package cn.baosong.config;

import cn.baosong.camel.post.LetterSender;
import cn.baosong.camel.post.PostSteps;
import cn.baosong.camel.post.Sender;
import cn.baosong.camel.post.SmtpLine;
import cn.baosong.core.notice.MailingState;
import cn.baosong.desk.LetterDesk;
import cn.baosong.desk.LetterFiles;
import cn.baosong.desk.Letters;
import cn.baosong.desk.MailQueue;
import cn.baosong.desk.MailingDesk;
import cn.baosong.desk.Mailings;
import cn.baosong.desk.PostRules;
import cn.baosong.desk.Speakers;
import cn.baosong.desk.Submissions;
import cn.baosong.desk.UndeliveredDesk;
import cn.baosong.desk.UnitOfWork;
import cn.baosong.desk.Units;
import cn.baosong.settings.BaosongSettings;
import cn.baosong.settings.Pacing;
import cn.baosong.settings.SmtpSettings;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Letters that leave by mail, where a mail server is set. */
@Configuration(proxyBeanMethods = false)
class PostWiring {
  @Bean
  MailQueue mailQueue(
      Mailings mailings,
      Letters letters,
      Submissions submissions,
      Units units,
      Speakers speakers,
      OfficeClock clock,
      BaosongSettings settings) {
    return new MailQueue(
        new MailQueue.Books(mailings, letters, submissions, units, speakers),
        clock,
        settings.zone(),
        settings.smtp() != null);
  }

  @Bean
  MailingDesk mailingDesk(
      Mailings mailings,
      Letters letters,
      LetterFiles files,
      LetterDesk desk,
      OfficeClock clock,
      ZoneId zone,
      BaosongSettings settings) {
    return new MailingDesk(
        new MailingDesk.Books(mailings, letters, files),
        desk,
        rules(settings),
        clock.machine(),
        zone);
  }

  private static PostRules rules(BaosongSettings settings) {
    SmtpSettings smtp = settings.smtp();
    return smtp == null
        ? new PostRules(
            PostRules.Line.NONE, Map.of(), 0, Duration.ZERO, Duration.ZERO, Duration.ZERO)
        : new PostRules(
            smtp.isOpen() ? PostRules.Line.IN_CLEAR : PostRules.Line.ENCRYPTED,
            Pacing.read(smtp.pacing()),
            smtp.dailyCap(),
            smtp.retry(),
            smtp.giveUp(),
            smtp.rest());
  }

  @Bean
  UndeliveredDesk undeliveredDesk(
      Mailings mailings, Letters letters, MailQueue queue, UnitOfWork work, OfficeClock clock) {
    return new UndeliveredDesk(mailings, letters, queue, work, clock);
  }

  /** Down when no letter can leave at all. */
  @Bean
  HealthIndicator postHealthIndicator(MailingDesk desk) {
    return () -> {
      if (desk.line() == PostRules.Line.NONE) {
        return Health.unknown().withDetail("post", "文书只存文件 files only").build();
      }
      Optional<Mailings.Standing> trouble = desk.trouble();
      Health.Builder health = trouble.isPresent() ? Health.down() : Health.up();
      trouble.ifPresent(
          t ->
              health
                  .withDetail("cause", t.trouble().cause().name())
                  .withDetail("error", t.trouble().said())
                  .withDetail("since", t.since().toString())
                  .withDetail("nextTry", t.until().toString()));
      Mailings.Queue queue = desk.queue();
      queue.oldest().ifPresent(at -> health.withDetail("oldestWaiting", at.toString()));
      queue.lastTaken().ifPresent(at -> health.withDetail("lastTaken", at.toString()));
      return health
          .withDetail("waiting", queue.waiting())
          .withDetail("inClear", desk.line() == PostRules.Line.IN_CLEAR)
          .build();
    };
  }

  @Bean
  MeterBinder postMeters(MailingDesk desk, Mailings mailings, OfficeClock clock) {
    return registry -> {
      for (MailingState state : MailingState.values()) {
        Gauge.builder("baosong.mailings", mailings, m -> m.counts().getOrDefault(state, 0L))
            .description("letters on their way to addresses")
            .tag("state", state.name())
            .register(registry);
      }
      Gauge.builder("baosong.mailings.tocall", mailings, Mailings::toCall)
          .description("units that are still to be rung up")
          .register(registry);
      Gauge.builder("baosong.mail.oldest", desk, d -> seconds(d.queue().oldest(), clock))
          .description("how long the oldest letter could have left")
          .baseUnit("seconds")
          .register(registry);
      Gauge.builder("baosong.mail.lasttaken", desk, d -> seconds(d.queue().lastTaken(), clock))
          .description("how long ago the server took a letter")
          .baseUnit("seconds")
          .register(registry);
      Gauge.builder("baosong.mail.up", desk, d -> d.trouble().isPresent() ? 0 : 1)
          .description("whether letters can leave by mail")
          .register(registry);
    };
  }

  private static double seconds(Optional<Instant> since, OfficeClock clock) {
    return since
        .map(at -> Duration.between(at, clock.machine().instant()).toMillis() / 1000.0)
        .orElse(0.0);
  }

  /** The route names it. */
  @Bean(destroyMethod = "close")
  @ConditionalOnProperty("baosong.smtp.host")
  LetterSender letterSender(BaosongSettings settings, OfficeClock clock) throws IOException {
    SmtpSettings smtp = Objects.requireNonNull(settings.smtp());
    return new LetterSender(
        new SmtpLine(
            smtp.host(),
            smtp.portHere(),
            security(smtp.tls()),
            smtp.user(),
            smtp.password(),
            smtp.from(),
            TrustedCertificates.of(Optional.ofNullable(smtp.certificates()))),
        clock.machine());
  }

  private static SmtpLine.Security security(SmtpSettings.Tls tls) {
    return switch (tls) {
      case IMPLICIT -> SmtpLine.Security.IMPLICIT;
      case STARTTLS -> SmtpLine.Security.STARTTLS;
      case NONE -> SmtpLine.Security.PLAIN;
    };
  }

  @Bean
  PostSteps postSteps(
      MailQueue queue,
      MailingDesk desk,
      ObjectProvider<LetterSender> sender,
      BaosongSettings settings,
      OfficeClock clock) {
    SmtpSettings smtp = settings.smtp();
    Sender from =
        smtp == null
            ? new Sender("", "")
            : new Sender(smtp.from(), Optional.ofNullable(smtp.replyTo()).orElse(""));
    return new PostSteps(
        queue,
        desk,
        Optional.ofNullable(sender.getIfAvailable()),
        from,
        moment -> moment.minus(clock.offset()));
  }
}
