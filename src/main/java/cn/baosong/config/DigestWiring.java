package cn.baosong.config;

import cn.baosong.camel.post.DigestMail;
import cn.baosong.camel.post.LetterSender;
import cn.baosong.camel.post.Sender;
import cn.baosong.desk.Audit;
import cn.baosong.desk.CallFaults;
import cn.baosong.desk.ChannelDesk;
import cn.baosong.desk.Failures;
import cn.baosong.desk.HeldEdits;
import cn.baosong.desk.Intake;
import cn.baosong.desk.Mailings;
import cn.baosong.desk.Records;
import cn.baosong.desk.ScreeningDesk;
import cn.baosong.desk.UnitRegister;
import cn.baosong.desk.digest.DigestDesk;
import cn.baosong.desk.digest.DigestPost;
import cn.baosong.desk.digest.Troubles;
import cn.baosong.desk.route.RouteDesk;
import cn.baosong.desk.route.RouteFiles;
import cn.baosong.settings.BaosongSettings;
import cn.baosong.settings.DigestSettings;
import cn.baosong.settings.SmtpSettings;
import cn.baosong.store.Journal;
import cn.baosong.store.SqlDigestTurns;
import java.time.ZoneId;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the operators are told once a day. */
@Configuration(proxyBeanMethods = false)
class DigestWiring {
  @Bean
  @ConditionalOnProperty("baosong.smtp.host")
  DigestPost digestPost(LetterSender sender, BaosongSettings settings, OfficeClock clock) {
    SmtpSettings smtp = Objects.requireNonNull(settings.smtp());
    return new DigestMail(sender, new Sender(smtp.from(), ""), clock.machine());
  }

  @Bean
  Troubles troubles(Troubles.Running running, Troubles.Written written) {
    return new Troubles(running, written);
  }

  @Bean
  Troubles.Running whatRuns(
      ChannelDesk channels,
      RouteDesk routes,
      Failures failures,
      Mailings mailings,
      Intake intake,
      ScreeningDesk screening) {
    return new Troubles.Running(channels, routes, failures, mailings, intake, screening);
  }

  @Bean
  Troubles.Written whatIsWritten(
      CallFaults calls, HeldEdits edits, UnitRegister register, RouteFiles routes) {
    return new Troubles.Written(calls, edits, register, routes);
  }

  @Bean
  DigestDesk.Books digestBooks(Records records, Audit audit, JdbcClient jdbc, Journal journal) {
    return new DigestDesk.Books(records, audit, new SqlDigestTurns(jdbc));
  }

  @Bean
  DigestDesk digestDesk(
      Troubles troubles,
      ObjectProvider<DigestPost> post,
      DigestDesk.Books books,
      BaosongSettings settings,
      OfficeClock clock,
      ZoneId zone) {
    DigestSettings digest = settings.digest();
    DigestDesk.Rule rule = new DigestDesk.Rule(digest.to(), digest.at(), zone);
    DigestPost way =
        post.getIfAvailable(
            () ->
                (address, day, subject, text) -> {
                  throw new IllegalStateException("the settings demand a mail server");
                });
    return new DigestDesk(troubles, way, books, rule, clock, clock.machine());
  }
}
