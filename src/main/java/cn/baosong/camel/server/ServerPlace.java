package cn.baosong.camel.server;

import cn.baosong.core.submission.Channel;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.util.TimeUtils;

/**
 * A folder of a server as one instance of the Kamelet {@code office-server} describes it.
 *
 * @param server by which the register calls the server
 * @param folder that is looked into, from where the account logs in; absolute when it begins so
 * @param account how it is reached
 * @param habits when a file is whole, and how far is looked
 * @param after what is done to a file once it is registered
 * @param moveTo the folder below {@code folder} that registered files are moved to, or the ending
 *     that they are given
 * @param log the server's transfer log, where it can be read
 * @param poll real time between two looks
 * @param probe whether a small file may be written to measure the server's clock
 */
record ServerPlace(
    String server,
    String folder,
    Account account,
    Habits habits,
    After after,
    String moveTo,
    Optional<Log> log,
    Duration poll,
    boolean probe) {

  /** What a server speaks. */
  enum Protocol {
    FTP,
    FTPS,
    FTPS_IMPLICIT,
    SFTP
  }

  /** What is done to a file once it is registered. */
  enum After {
    KEEP,
    MOVE,
    RENAME
  }

  /** How a unit tells that a file is whole. */
  enum Complete {
    /** It stays as it is; one that loses an unfinished ending is whole at once. */
    STABLE,
    /** A file beside it says so. */
    DONE,
    /** It is uploaded under an unfinished ending and renamed. */
    RENAME
  }

  /**
   * How the server is reached.
   *
   * @param password empty where a key opens
   * @param privateKey of the office; SFTP only
   * @param knownHosts the file with the server's host key; SFTP only
   * @param trust the file with the certificate that the server's rests on; FTPS only
   * @param insecure lets the password travel in clear to another machine
   */
  record Account(
      Protocol protocol,
      String host,
      int port,
      String user,
      Optional<String> password,
      Optional<Path> privateKey,
      Optional<String> passphrase,
      Optional<Path> knownHosts,
      Optional<Path> trust,
      boolean insecure) {
    /** Whether a password may travel to the host in clear. */
    boolean mayBePlain() {
      return insecure || isLoopback();
    }

    /** Whether a password does travel in clear. */
    boolean isOpen() {
      return insecure && protocol == Protocol.FTP && !isLoopback();
    }

    private boolean isLoopback() {
      try {
        return InetAddress.getByName(host).isLoopbackAddress();
      } catch (UnknownHostException unknown) {
        return false;
      }
    }

    /** Tells nothing secret. */
    @Override
    public String toString() {
      return protocol + " " + user + "@" + host + ":" + port;
    }
  }

  /**
   * A transfer log.
   *
   * @param where a file of this machine, or {@code server:} and a path on the server
   * @param zone in which it is written
   * @param root under which it knows the folder, where that is another than ours
   */
  record Log(String where, ZoneId zone, Optional<String> root) {}

  /**
   * How files are looked for.
   *
   * @param encoding of the names; empty when each is guessed by its bytes
   * @param units whether the first folders are named after units
   * @param done the ending of the file that says its neighbour is whole
   * @param quiet how long a file must not have changed
   * @param unfinished how long an upload may rest unfinished before it is told
   * @param depth folders within folders
   * @param entries that a look regards at most
   */
  record Habits(
      Optional<String> encoding,
      boolean units,
      Complete complete,
      String done,
      Duration quiet,
      Duration unfinished,
      int depth,
      int entries) {}

  /** Takes what is ours out of the parameters of an endpoint. */
  static ServerPlace takenFrom(Map<String, Object> parameters, Servers.Known settings) {
    Taken taken = new Taken(parameters);
    String server = taken.text("server").orElseThrow(() -> new IllegalArgumentException("server"));
    Protocol protocol = taken.one("protocol", Protocol.class, Protocol.SFTP);
    Account account =
        new Account(
            protocol,
            taken.text("host").orElseThrow(() -> new IllegalArgumentException("host")),
            taken.number("port", port(protocol)),
            taken.text("username").orElse("anonymous"),
            taken.text("password").or(() -> settings.password(server)),
            taken.text("privateKey").map(Path::of),
            taken.text("passphrase").or(() -> settings.passphrase(server)),
            taken.text("knownHosts").map(Path::of),
            taken.text("trust").map(Path::of),
            taken.flag("insecure"));
    Habits habits =
        new Habits(
            taken.text("encoding").filter(name -> !name.equalsIgnoreCase("auto")),
            taken.flag("units"),
            taken.one("complete", Complete.class, Complete.STABLE),
            taken.text("done").orElse(".done"),
            taken.time("quiet", "60s"),
            taken.time("unfinished", "6h"),
            taken.number("depth", 4),
            taken.number("entries", 50_000));
    return new ServerPlace(
        server,
        taken.text("folder").orElse("."),
        account,
        habits,
        taken.one("after", After.class, After.KEEP),
        taken.text("moveTo").orElse("received"),
        log(taken),
        taken.time("pause", "30s"),
        taken.flag("probe"));
  }

  private static Optional<Log> log(Taken taken) {
    ZoneId zone = taken.text("logZone").map(ZoneId::of).orElse(ZoneOffset.UTC);
    Optional<String> root = taken.text("logRoot");
    return taken.text("transferLog").map(where -> new Log(where, zone, root));
  }

  private static int port(Protocol protocol) {
    return switch (protocol) {
      case FTP, FTPS -> 21;
      case FTPS_IMPLICIT -> 990;
      case SFTP -> 22;
    };
  }

  /** Also the source's name in the reconciliation. */
  String title() {
    return server + "/" + (folder.equals(".") ? "" : folder);
  }

  Channel channel() {
    return account.protocol == Protocol.SFTP ? Channel.SFTP : Channel.FTP;
  }

  /** Parameters, each taken once; what is left over is Camel's. */
  private record Taken(Map<String, Object> parameters) {
    Optional<String> text(String key) {
      return Optional.ofNullable(parameters.remove(key))
          .map(String::valueOf)
          .map(String::trim)
          .filter(value -> !value.isEmpty());
    }

    boolean flag(String key) {
      return text(key).map(Boolean::parseBoolean).orElse(false);
    }

    int number(String key, int otherwise) {
      return text(key).map(Integer::parseInt).filter(port -> port > 0).orElse(otherwise);
    }

    Duration time(String key, String otherwise) {
      return Duration.ofMillis(TimeUtils.toMilliSeconds(text(key).orElse(otherwise)));
    }

    <E extends Enum<E>> E one(String key, Class<E> kind, E otherwise) {
      return text(key)
          .map(value -> Enum.valueOf(kind, value.toUpperCase(Locale.ROOT).replace('-', '_')))
          .orElse(otherwise);
    }
  }
}
