package cn.baosong.camel.server;

import cn.baosong.desk.Ledger;
import cn.baosong.desk.ProbeDesk;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The folders that the office looks into, whoever described them: settings or a route file. */
public final class Servers implements AutoCloseable {
  private final Map<String, ServerFolder> folders = new ConcurrentHashMap<>();
  private final Known settings;
  private final Office office;

  /** The secrets that the settings hold of a server, by its name. */
  public interface Known {
    Optional<String> password(String server);

    Optional<String> passphrase(String server);
  }

  /**
   * What of the office the servers need.
   *
   * @param probes knows the files that the office uploads to itself
   * @param machine real time
   */
  public record Office(
      Ledger ledger, ServerMemory memory, Supplier<ProbeDesk> probes, Clock machine) {}

  public Servers(Known settings, Office office) {
    this.settings = settings;
    this.office = office;
  }

  /** The same settings without any folder yet, to put routes together that may never run. */
  public Servers apart() {
    return new Servers(settings, office);
  }

  Known settings() {
    return settings;
  }

  ServerFolder folder(ServerPlace place) {
    return folders.computeIfAbsent(place.title(), title -> new ServerFolder(place, office));
  }

  List<ServerFolder> folders() {
    return folders.values().stream()
        .sorted(Comparator.comparing(folder -> folder.place().title()))
        .toList();
  }

  /** The process ends: others need not wait for its leases to run out. */
  @Override
  public void close() {
    office.memory().release();
  }
}
