package cn.baosong.config;

import cn.baosong.camel.ClockWatch;
import cn.baosong.camel.IntakePoll;
import cn.baosong.camel.mail.AllMail;
import cn.baosong.camel.mail.MailExceptions;
import cn.baosong.camel.mail.MailKeys;
import cn.baosong.camel.mail.MailLedger;
import cn.baosong.camel.mail.MailMemory;
import cn.baosong.camel.mail.MailPoll;
import cn.baosong.camel.mail.MailProbes;
import cn.baosong.camel.mail.MailReconciliation;
import cn.baosong.camel.mail.MailSteps;
import cn.baosong.camel.mail.MailTimes;
import cn.baosong.camel.mail.MailboxRoutes;
import cn.baosong.camel.mail.Mailboxes;
import cn.baosong.camel.mail.NoHeaders;
import cn.baosong.desk.Audit;
import cn.baosong.desk.Ledger;
import cn.baosong.desk.MailFolders;
import cn.baosong.desk.ProbeDesk;
import cn.baosong.settings.BaosongSettings;
import cn.baosong.settings.MailboxSettings;
import jakarta.mail.NoSuchProviderException;
import jakarta.mail.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The hooks that the Kamelet office-mailbox names, and its instances by settings. */
@Configuration(proxyBeanMethods = false)
class MailWiring {
  private static final Logger LOG = LoggerFactory.getLogger(MailWiring.class);

  @Bean
  Mailboxes mailboxes(
      BaosongSettings settings, Ledger ledger, MailFolders folders, OfficeClock clock) {
    MailMemory memory = new MailMemory(folders, clock::ofObserved);
    return new Mailboxes(new Told(settings.mailboxes()), ledger, memory, clock.machine());
  }

  /** What the settings say of each mailbox. */
  private record Told(List<MailboxSettings> boxes) implements Mailboxes.Known {
    @Override
    public Optional<String> password(String mailbox) {
      return named(mailbox).map(MailboxSettings::password);
    }

    @Override
    public List<String> trustedHosts(String mailbox) {
      return named(mailbox).map(MailboxSettings::trustedHosts).orElse(List.of());
    }

    @Override
    public SSLSocketFactory trusting(Path certificates) throws IOException {
      return TrustedCertificates.of(Optional.of(certificates)).orElseThrow();
    }

    @Override
    public Optional<String> address(String mailbox) {
      return named(mailbox).map(MailboxSettings::address);
    }

    private Optional<MailboxSettings> named(String mailbox) {
      return boxes.stream().filter(box -> box.name().equals(mailbox)).findFirst();
    }
  }

  @Bean
  Session mailSession(Mailboxes mailboxes) throws NoSuchProviderException {
    return mailboxes.session();
  }

  @Bean
  NoHeaders noHeaders() {
    return new NoHeaders();
  }

  @Bean
  AllMail notRegistered() {
    return new AllMail();
  }

  @Bean
  MailKeys mailKeys() {
    return new MailKeys();
  }

  @Bean
  MailLedger mailLedger(Mailboxes mailboxes) {
    return new MailLedger(mailboxes);
  }

  @Bean
  MailPoll mailPoll(IntakePoll intake, Mailboxes mailboxes) {
    return new MailPoll(intake, mailboxes);
  }

  @Bean
  MailReconciliation mailReconciliation(Mailboxes mailboxes, OfficeClock clock, ClockWatch watch) {
    return new MailReconciliation(mailboxes, clock::ofObserved, watch);
  }

  @Bean
  MailExceptions mailExceptions() {
    return new MailExceptions();
  }

  @Bean
  MailTimes mailTimes(BaosongSettings settings, OfficeClock clock, ZoneId zone, ClockWatch watch) {
    return new MailTimes(clock::ofObserved, settings.limits().transit(), zone, watch);
  }

  @Bean
  MailSteps mailSteps(MailTimes times, ProbeDesk probes, Audit audit) {
    return new MailSteps(times, new MailProbes(probes), audit);
  }

  @Bean
  MailboxRoutes mailboxRoutes(BaosongSettings settings) throws IOException {
    for (MailboxSettings box : settings.mailboxes()) {
      TrustedCertificates.of(Optional.ofNullable(box.certificates())); // unreadable stops the start
    }
    settings.mailboxes().stream()
        .filter(box -> box.insecure() && !box.isLoopback())
        .forEach(box -> LOG.warn("邮箱 {} 的密码明文传送（insecure: true） in clear", box.name()));
    return new MailboxRoutes(
        settings.mailboxes().stream().flatMap(box -> sources(box).stream()).toList());
  }

  private static List<MailboxRoutes.Source> sources(MailboxSettings box) {
    List<MailboxRoutes.Source> sources = new ArrayList<>();
    for (String folder : box.folders()) {
      String id = "mailbox-" + box.name().toLowerCase(Locale.ROOT);
      String place = sources.isEmpty() ? id : id + "-" + (sources.size() + 1);
      sources.add(new MailboxRoutes.Source(place, parameters(box, folder)));
    }
    return sources;
  }

  private static Map<String, String> parameters(MailboxSettings box, String folder) {
    Map<String, String> told = new HashMap<>();
    told.put("mailbox", box.name());
    told.put("host", box.host());
    told.put("port", String.valueOf(box.effectivePort()));
    told.put("protocol", box.protocol().name().toLowerCase(Locale.ROOT));
    told.put("username", box.user());
    told.put("folder", folder);
    told.put("junk", String.valueOf(box.junk().contains(folder)));
    told.put("poll", String.valueOf(box.poll().toMillis()));
    told.put("prefetch", String.valueOf(box.prefetch().toBytes()));
    told.put("after", box.after().name().toLowerCase(Locale.ROOT));
    told.put("insecure", String.valueOf(box.insecure()));
    if (!box.trustedHosts().isEmpty()) {
      told.put("trustedHosts", String.join(",", box.trustedHosts()));
    }
    if (box.moveTo() != null) {
      told.put("moveTo", box.moveTo());
    }
    if (box.certificates() != null) {
      told.put("certificates", box.certificates().toAbsolutePath().toString());
    }
    return told;
  }
}
