package bench;

import cn.baosong.carriers.Uploads;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.camel.CamelContext;
import org.apache.sshd.server.SshServer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * How fast the office takes a season's packages of 1 MB from a server, by one route and by several,
 * against the loop of a plain client in the same round.
 */
final class Drain {
  private static final int BYTES = 1_000_000;
  private static final int SEVERAL = Integer.getInteger("bench.routes", 4);
  private static final int ROUNDS = Integer.getInteger("bench.rounds", 3);
  private static final int WARM = 300;

  private final Path root;
  private final Table table;
  private final int season;

  Drain(Path root, Table table, int season) {
    this.root = root;
    this.table = table;
    this.season = season;
  }

  /** A plain client's loop: seconds for all files of a server. */
  private interface Loop {
    double seconds(PlainClient client, int files) throws Exception;
  }

  /** A server, with what an office needs to be told to come in. */
  private record Door(String name, int port, int plain, String told, Loop loop) {}

  void bySftp() throws Exception {
    Path home = Files.createDirectories(root.resolve("drain"));
    Uploads uploads = new Uploads(home);
    SshServer plain = uploads.sftp("plain");
    SshServer server = uploads.sftp("in");
    String known = uploads.knownHosts("known", plain.getPort(), server.getPort()).toString();
    Loop loop = (client, files) -> client.bySftp(known, files);
    drain(
        uploads,
        new Door("SFTP", server.getPort(), plain.getPort(), "known-hosts=" + known, loop),
        home);
    server.stop(true);
    plain.stop(true);
  }

  void byFtp() throws Exception {
    Path home = Files.createDirectories(root.resolve("drain"));
    Uploads uploads = new Uploads(home);
    int server = uploads.ftp("in", Uploads.Tls.NONE);
    int plain = uploads.ftp("plain", Uploads.Tls.NONE);
    drain(uploads, new Door("FTP", server, plain, "protocol=ftp", PlainClient::byFtp), home);
  }

  private void drain(Uploads uploads, Door door, Path home) throws Exception {
    List<Double> one = new ArrayList<>();
    List<Double> several = new ArrayList<>();
    Path got = home.resolve("got");
    fill(uploads.folder("warm"), WARM, 2);
    for (int round = 0; round <= ROUNDS; round++) {
      int files = round == 0 ? Math.min(WARM, season) : season;
      fill(uploads.folder("plain"), files, 1);
      double loop = door.loop().seconds(new PlainClient(door.plain(), got), files);
      double alone = drained(uploads, door, 1, files);
      double together = drained(uploads, door, SEVERAL, files);
      System.out.printf(
          "round %d, %s, %,d files: loop %.2f s, one route %.2f s, %d routes %.2f s%n",
          round, door.name(), files, loop, alone, SEVERAL, together);
      if (round > 0) {
        one.add(loop / alone);
        several.add(loop / together);
      }
    }
    String what = "%,d packages of 1 MB, the rate of the office as a share of a plain loop: %s, %s";
    table.ratio(what.formatted(season, door.name(), "one route"), one);
    table.ratio(what.formatted(season, door.name(), SEVERAL + " routes"), several);
    FileSystemUtils.deleteRecursively(home);
  }

  private static String[] settings(Door door, int routes) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < routes; i++) {
      all.addAll(FileFigures.settings(i, door.port(), door.told(), "folders[0]=" + i));
    }
    return all.toArray(String[]::new);
  }

  private static void fill(Path folder, int files, int seed) throws IOException {
    Random random = new Random(seed);
    byte[] bytes = new byte[BYTES];
    for (int i = 0; i < files; i++) {
      random.nextBytes(bytes);
      Files.write(folder.resolve(name(i)), bytes);
    }
  }

  private static String name(int file) {
    return "package-%05d.zip".formatted(file);
  }

  /**
   * Seconds from the first registered to the last, as if from before the first, of an office that
   * has been at work for a while.
   */
  private double drained(Uploads uploads, Door door, int routes, int files) throws Exception {
    Path home = root.resolve("drained");
    for (int i = 0; i < routes; i++) {
      uploads.folder("in/" + i);
    }
    try (Office office = Office.open(home, settings(door, routes))) {
      JdbcClient jdbc = office.part(JdbcClient.class);
      MailFigures.resting(office.part(CamelContext.class), "server");
      put(uploads, "warm", WARM, routes);
      MailFigures.until(() -> receipts(jdbc) == WARM);
      put(uploads, "plain", files, routes);
      MailFigures.until(() -> receipts(jdbc) > WARM);
      long from = System.nanoTime();
      long first = receipts(jdbc);
      MailFigures.until(() -> receipts(jdbc) == WARM + files);
      double seconds = (System.nanoTime() - from) / 1e9;
      return seconds * files / (WARM + files - first);
    } finally {
      FileSystemUtils.deleteRecursively(uploads.folder("in"));
      FileSystemUtils.deleteRecursively(home);
    }
  }

  /** Uploads what lies in a folder, shared among the folders of the routes. */
  private static void put(Uploads uploads, String folder, int files, int routes)
      throws IOException {
    for (int i = 0; i < files; i++) {
      Path into = uploads.folder("in/" + i % routes).resolve(folder + "-" + name(i));
      Files.createLink(into, uploads.folder(folder).resolve(name(i)));
    }
  }

  private static long receipts(JdbcClient jdbc) {
    return MailFigures.count(jdbc, "select count(*) from receipt");
  }
}
