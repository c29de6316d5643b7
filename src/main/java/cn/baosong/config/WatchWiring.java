package cn.baosong.config;

import cn.baosong.camel.mail.Mailboxes;
import cn.baosong.camel.post.LetterSender;
import cn.baosong.camel.post.MailProber;
import cn.baosong.camel.post.Sender;
import cn.baosong.core.call.WorkingDays;
import cn.baosong.desk.Audit;
import cn.baosong.desk.ChannelDesk;
import cn.baosong.desk.MailFolders;
import cn.baosong.desk.ProbeDesk;
import cn.baosong.desk.Prober;
import cn.baosong.desk.Probes;
import cn.baosong.desk.Reconciliation;
import cn.baosong.desk.SilenceRule;
import cn.baosong.settings.BaosongSettings;
import cn.baosong.settings.SmtpSettings;
import cn.baosong.settings.WatchSettings;
import cn.baosong.store.SqlProbes;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** By what the office sees that its channels live. */
@Configuration(proxyBeanMethods = false)
class WatchWiring {
  @Bean
  Probes probes(JdbcClient jdbc) {
    return new SqlProbes(jdbc);
  }

  @Bean
  @ConditionalOnProperty("baosong.smtp.host")
  Prober mailProber(
      LetterSender sender, Mailboxes mailboxes, BaosongSettings settings, OfficeClock clock) {
    SmtpSettings smtp = Objects.requireNonNull(settings.smtp());
    Sender from = new Sender(smtp.from(), "");
    return new MailProber(sender, from, mailboxes::addresses, clock.machine());
  }

  @Bean
  ProbeDesk probeDesk(
      ObjectProvider<Prober> probers, Probes probes, BaosongSettings settings, OfficeClock clock) {
    WatchSettings watch = settings.watch();
    List<Prober> all = probers.orderedStream().toList();
    return new ProbeDesk(all, probes, watch.probe(), watch.overdue(), clock.machine());
  }

  @Bean
  ChannelDesk channelDesk(
      Reconciliation sources,
      MailFolders memory,
      ProbeDesk probes,
      WorkingDays days,
      BaosongSettings settings,
      Audit audit,
      OfficeClock clock) {
    WatchSettings watch = settings.watch();
    SilenceRule silence =
        new SilenceRule(
            days, settings.zone(), watch.opens(), watch.closes(), watch.silence(), clock);
    return new ChannelDesk(sources, memory, probes, silence, audit, clock.machine());
  }

  @Bean
  ChannelWatch channelWatch(
      ProbeDesk probes, ChannelDesk channels, MeterRegistry registry, OfficeClock clock) {
    return new ChannelWatch(probes, channels, registry, clock);
  }
}
