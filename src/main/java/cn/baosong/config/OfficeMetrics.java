package cn.baosong.config;

import cn.baosong.camel.mail.MailReconciliation;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.submission.Channel;
import cn.baosong.core.submission.SubmissionState;
import cn.baosong.desk.Reconciliation;
import cn.baosong.desk.Records;
import cn.baosong.desk.Submissions;
import cn.baosong.settings.BaosongSettings;
import cn.baosong.settings.MailboxSettings;
import cn.baosong.store.DiskRoom;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Counters by channel and state; Camel adds those of each route (step). */
@Configuration(proxyBeanMethods = false)
class OfficeMetrics {
  @Bean
  MeterBinder channels(Submissions submissions, Reconciliation reconciliation) {
    return registry -> {
      for (Channel channel : Channel.values()) {
        FunctionCounter.builder(
                "baosong.arrivals", submissions, register -> register.arrivals(channel))
            .description("registered arrivals")
            .tag("channel", channel.code())
            .register(registry);
      }
      Gauge.builder(
              "baosong.channel.held",
              reconciliation,
              all -> all.sources().stream().mapToLong(Reconciliation.Source::held).sum())
          .description("items that sources hold and the office has not registered")
          .register(registry);
      Gauge.builder(
              "baosong.channel.faults",
              reconciliation,
              all -> all.sources().stream().filter(s -> s.error().isPresent()).count())
          .description("sources that cannot be read, hang or have a wrong clock")
          .register(registry);
    };
  }

  /** Of each folder of the mailboxes that the settings name. */
  @Bean
  MeterBinder mailboxMeters(BaosongSettings settings, MailReconciliation mail, OfficeClock clock) {
    return registry -> {
      for (MailboxSettings box : settings.mailboxes()) {
        for (String folder : box.folders()) {
          String source = box.name() + "/" + folder;
          Gauge.builder("baosong.mailbox.backlog", mail, all -> all.backlog(source))
              .description("mails that the folder holds and the office has not registered")
              .tag("source", source)
              .register(registry);
          Gauge.builder(
                  "baosong.mailbox.unseen", mail, all -> all.secondsUnseen(source, clock.instant()))
              .description("seconds since the last look that succeeded")
              .baseUnit("seconds")
              .tag("source", source)
              .register(registry);
        }
      }
    };
  }

  @Bean
  MeterBinder disk(DiskRoom room) {
    return registry ->
        Gauge.builder("baosong.disk.usable", room, DiskRoom::usable)
            .description("bytes that may still be written, on the fullest of the office's disks")
            .baseUnit("bytes")
            .register(registry);
  }

  @Bean
  MeterBinder states(Records records) {
    return registry -> {
      for (SubmissionState state : SubmissionState.values()) {
        Gauge.builder(
                "baosong.submissions",
                records,
                all -> all.submissionCounts().getOrDefault(state, 0L))
            .tag("state", state.name())
            .register(registry);
      }
      for (DossierState state : DossierState.values()) {
        Gauge.builder(
                "baosong.dossiers", records, all -> all.dossierCounts().getOrDefault(state, 0L))
            .tag("state", state.name())
            .register(registry);
      }
    };
  }
}
