package cn.baosong.config;

import cn.baosong.camel.post.LetterSender;
import cn.baosong.camel.post.PostSteps;
import cn.baosong.camel.post.Sender;
import cn.baosong.camel.post.SmtpLine;
import cn.baosong.desk.LetterDesk;
import cn.baosong.desk.LetterFiles;
import cn.baosong.desk.Letters;
import cn.baosong.desk.MailQueue;
import cn.baosong.desk.MailingDesk;
import cn.baosong.desk.Mailings;
import cn.baosong.desk.PostRules;
import cn.baosong.desk.Submissions;
import cn.baosong.desk.Units;
import cn.baosong.settings.BaosongSettings;
import cn.baosong.settings.Pacing;
import cn.baosong.settings.SmtpSettings;
import java.io.IOException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
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
      OfficeClock clock,
      BaosongSettings settings) {
    return new MailQueue(
        new MailQueue.Books(mailings, letters, submissions, units),
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
        ? new PostRules(Map.of(), 0, Duration.ZERO, Duration.ZERO, Duration.ZERO)
        : new PostRules(
            Pacing.read(smtp.pacing()), smtp.dailyCap(), smtp.retry(), smtp.giveUp(), smtp.rest());
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
