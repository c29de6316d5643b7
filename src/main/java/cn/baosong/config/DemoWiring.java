package cn.baosong.config;

import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.submission.Channel;
import cn.baosong.demo.Door;
import cn.baosong.demo.FolderDoor;
import cn.baosong.demo.MailDoor;
import cn.baosong.demo.Scene;
import cn.baosong.demo.Season;
import cn.baosong.demo.Turns;
import cn.baosong.demo.UploadDoor;
import cn.baosong.desk.Dossiers;
import cn.baosong.desk.Submissions;
import cn.baosong.desk.Units;
import cn.baosong.reader.call.CallLoader;
import cn.baosong.reader.call.FormsReading;
import cn.baosong.reader.pack.Playlist;
import cn.baosong.reader.pack.Playlist.Played;
import cn.baosong.reader.pack.SamplePackage;
import cn.baosong.settings.BaosongSettings;
import cn.baosong.settings.MailboxSettings;
import cn.baosong.settings.ServerSettings;
import cn.baosong.settings.SmtpSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Profile {@code demo}: the calls' own cases are dropped one after another, in their seasons. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoWiring {
  private static final Logger LOG = LoggerFactory.getLogger(DemoWiring.class);

  /** Between two packages of one moment; after midnight also the distance from the deadline. */
  private static final Duration APART = Duration.ofMinutes(30);

  /** Listens before anything looks into the mailbox or has a letter to send. */
  @Bean
  MailDoor mailDoor(BaosongSettings settings, OfficeClock clock) {
    MailboxSettings box = settings.mailboxes().get(0);
    SmtpSettings smtp = Objects.requireNonNull(settings.smtp(), "baosong.smtp");
    return new MailDoor(
        box.effectivePort(),
        smtp.portHere(),
        new MailDoor.Account(box.user(), box.password(), box.trustedHosts().get(0)),
        () -> clock.machine().instant().atZone(settings.zone()));
  }

  @Bean
  UploadDoor ftpDoor(BaosongSettings settings) throws IOException {
    ServerSettings server = named(settings, ServerSettings.Protocol.FTP);
    return UploadDoor.ftp(
        server.port(), settings.home().resolve("ftp"), account(server), server.poll());
  }

  @Bean
  UploadDoor sftpDoor(BaosongSettings settings) throws IOException {
    ServerSettings server = named(settings, ServerSettings.Protocol.SFTP);
    Path folder = settings.home().resolve("sftp");
    Path known = Objects.requireNonNull(server.knownHosts());
    return UploadDoor.sftp(server.port(), folder, known, account(server), server.poll());
  }

  private static ServerSettings named(BaosongSettings settings, ServerSettings.Protocol protocol) {
    return settings.servers().stream()
        .filter(one -> one.protocol() == protocol)
        .findFirst()
        .orElseThrow();
  }

  private static UploadDoor.Account account(ServerSettings server) {
    return new UploadDoor.Account(server.user(), Objects.requireNonNull(server.password()));
  }

  @Bean
  Season season(
      BaosongSettings settings,
      MailDoor mailbox,
      @Qualifier("ftpDoor") UploadDoor ftp,
      @Qualifier("sftpDoor") UploadDoor sftp,
      OfficeClock clock,
      Submissions submissions,
      Dossiers dossiers) {
    Door others = new Turns(List.of(new FolderDoor(settings.inbox()), ftp, sftp));
    return new Season(others, mailbox, clock::moveTo, submissions, dossiers);
  }

  /** Plays in a thread of its own: the office is open meanwhile. */
  @Bean
  ApplicationListener<ApplicationReadyEvent> demo(
      Season season, CallLoader loader, Units units, BaosongSettings settings) {
    return ready -> {
      List<Scene> scenes = scenes(loader, units, settings);
      Thread thread = new Thread(() -> play(season, scenes), "demo");
      thread.setDaemon(true);
      thread.start();
    };
  }

  private static List<Scene> scenes(CallLoader loader, Units units, BaosongSettings settings) {
    List<Scene> scenes = new ArrayList<>();
    Instant next = Instant.MIN;
    for (Played each :
        Playlist.of(FormsReading.of(loader, settings.forms()).sound(), units.all())) {
      Instant own =
          each.one().arrivals().get(0).received().atZone(settings.zone()).toInstant().plus(APART);
      Instant at = own.isAfter(next) ? own : next;
      next = at.plus(APART);
      String file = "%02d-%s.zip".formatted(scenes.size() + 1, each.call().id().value());
      SamplePackage sample = new SamplePackage(each.call(), each.unit());
      String name = each.call().id().value() + "：" + each.one().name();
      scenes.add(
          new Scene(
              name,
              each.one().expected().state(),
              file,
              mailedBy(each),
              at,
              to -> sample.write(each.one(), to)));
    }
    return scenes;
  }

  /** Sound packages come by mail where the call lets them, all others by the folder. */
  private static Optional<String> mailedBy(Played each) {
    boolean sound = each.one().expected().state().equals(DossierState.ACCEPTED.name());
    boolean admitted = !each.call().admission().forbiddenChannels().contains(Channel.EMAIL.code());
    return each.unit().emails().stream().filter(address -> sound && admitted).findFirst();
  }

  private static void play(Season season, List<Scene> scenes) {
    try {
      season.play(scenes);
    } catch (IOException disk) {
      LOG.error("The demo ended early", disk);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }
}
