package cn.baosong.config;

import cn.baosong.camel.IntakePoll;
import cn.baosong.camel.server.ServerComponent;
import cn.baosong.camel.server.ServerExceptions;
import cn.baosong.camel.server.ServerMemory;
import cn.baosong.camel.server.ServerPoll;
import cn.baosong.camel.server.ServerProber;
import cn.baosong.camel.server.ServerReconciliation;
import cn.baosong.camel.server.ServerRelease;
import cn.baosong.camel.server.ServerRoutes;
import cn.baosong.camel.server.ServerSteps;
import cn.baosong.camel.server.ServerTimes;
import cn.baosong.camel.server.Servers;
import cn.baosong.core.submission.Channel;
import cn.baosong.desk.Ledger;
import cn.baosong.desk.MailFolders;
import cn.baosong.desk.ProbeDesk;
import cn.baosong.desk.Prober;
import cn.baosong.desk.Units;
import cn.baosong.settings.BaosongSettings;
import cn.baosong.settings.ServerSettings;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The hooks that the Kamelet office-server names, and its instances by settings. */
@Configuration(proxyBeanMethods = false)
class ServerWiring {
  private static final Logger LOG = LoggerFactory.getLogger(ServerWiring.class);

  @Bean
  Servers servers(
      BaosongSettings settings,
      Ledger ledger,
      MailFolders folders,
      ObjectProvider<ProbeDesk> probes,
      OfficeClock clock) {
    ServerMemory memory = new ServerMemory(folders, clock::ofObserved);
    return new Servers(
        new Told(settings.servers()),
        new Servers.Office(ledger, memory, probes::getObject, clock.machine()));
  }

  /** What the settings keep secret of each server. */
  private record Told(List<ServerSettings> servers) implements Servers.Known {
    @Override
    public Optional<String> password(String server) {
      return named(server).map(ServerSettings::password);
    }

    @Override
    public Optional<String> passphrase(String server) {
      return named(server).map(ServerSettings::passphrase);
    }

    private Optional<ServerSettings> named(String server) {
      return servers.stream().filter(one -> one.name().equals(server)).findFirst();
    }
  }

  @Bean
  Prober ftpProber(Servers servers) {
    return new ServerProber(Channel.FTP, servers);
  }

  @Bean
  Prober sftpProber(Servers servers) {
    return new ServerProber(Channel.SFTP, servers);
  }

  /** camel-ftp, as the Kamelet calls it. */
  @Bean("office-ftp")
  ServerComponent officeFtp(Servers servers) {
    return new ServerComponent(servers);
  }

  @Bean
  ServerPoll serverPoll(IntakePoll intake) {
    return new ServerPoll(intake);
  }

  @Bean
  ServerRelease serverRelease() {
    return new ServerRelease();
  }

  @Bean
  ServerExceptions serverExceptions() {
    return new ServerExceptions();
  }

  @Bean
  ServerSteps serverSteps(OfficeClock clock, ZoneId zone, Units units) {
    return new ServerSteps(new ServerTimes(clock::ofObserved, zone), units);
  }

  @Bean
  ServerReconciliation serverReconciliation(Servers servers, OfficeClock clock) {
    return new ServerReconciliation(servers, clock::ofObserved);
  }

  @Bean
  ServerRoutes serverRoutes(BaosongSettings settings) {
    settings.servers().stream()
        .filter(one -> one.insecure() && !one.isLoopback())
        .forEach(one -> LOG.warn("服务器 {} 的密码明文传送（insecure: true） in clear", one.name()));
    return new ServerRoutes(
        settings.servers().stream()
            .flatMap(one -> sources(one, settings.zone()).stream())
            .toList());
  }

  private static List<ServerRoutes.Source> sources(ServerSettings server, ZoneId office) {
    List<ServerRoutes.Source> sources = new ArrayList<>();
    for (String folder : server.folders()) {
      String id = "server-" + server.name().toLowerCase(Locale.ROOT);
      String place = sources.isEmpty() ? id : id + "-" + (sources.size() + 1);
      Map<String, String> told = parameters(server, folder);
      ZoneId zone = server.logZone();
      told.put("logZone", (zone == null ? office : zone).getId());
      sources.add(new ServerRoutes.Source(place, told));
    }
    return sources;
  }

  private static Map<String, String> parameters(ServerSettings server, String folder) {
    Map<String, String> told = new HashMap<>();
    told.put("server", server.name());
    told.put("protocol", word(server.protocol()));
    told.put("host", server.host());
    told.put("port", String.valueOf(server.port()));
    told.put("username", server.user());
    told.put("insecure", String.valueOf(server.insecure()));
    told.put("folder", folder);
    told.put("units", String.valueOf(server.units()));
    told.put("encoding", server.encoding());
    told.put("complete", word(server.complete()));
    told.put("done", server.done());
    told.put("quiet", String.valueOf(server.quiet().toMillis()));
    told.put("unfinished", String.valueOf(server.unfinished().toMillis()));
    told.put("depth", String.valueOf(server.depth()));
    told.put("entries", String.valueOf(server.entries()));
    told.put("after", word(server.after()));
    told.put("moveTo", server.moveTo());
    told.put("probe", String.valueOf(server.probe()));
    told.put("poll", String.valueOf(server.poll().toMillis()));
    put(told, "privateKey", server.privateKey());
    put(told, "knownHosts", server.knownHosts());
    put(told, "trust", server.trust());
    put(told, "transferLog", server.transferLog());
    put(told, "logRoot", server.logRoot());
    return told;
  }

  private static String word(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static void put(Map<String, String> told, String key, @Nullable Object value) {
    if (value != null) {
      told.put(key, value.toString());
    }
  }
}
