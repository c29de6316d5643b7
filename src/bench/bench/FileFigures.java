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

/** What servers of files cost: a large package, and many at once against the loop of a plain client. */
final class FileFigures {
  private static final int BYTES = 1_000_000;
  private static final int SEVERAL = 4;
  private static final int ROUNDS = 3;

  private final Path root;
  private final Bundles bundles;
  private final Table table;
  private final int season;

  FileFigures(Path root, Bundles bundles, Table table, int season) {
    this.root = root;
    this.bundles = bundles;
    this.table = table;
    this.season = season;
  }

  private static List<String> settings(int index, int port, String... more) {
    String server = "--baosong.servers[" + index + "].";
    List<String> all = new ArrayList<>();
    all.add(server + "name=bench" + index);
    all.add(server + "host=127.0.0.1");
    all.add(server + "port=" + port);
    all.add(server + "user=" + Uploads.USER);
    all.add(server + "password=" + Uploads.PASSWORD);
    all.add(server + "poll=PT1S");
    all.add(server + "complete=rename");
    for (String each : more) {
      all.add(server + each);
    }
    return all;
  }

  /** A package of so many megabytes by SFTP through the jar under {@code -Xmx256m}. */
  void memory(Path jar, int megabytes) throws Exception {
    Path home = Files.createDirectories(root.resolve("sftp-heap"));
    Uploads uploads = new Uploads(home);
    SshServer server = uploads.sftp("in");
    int port = server.getPort();
    Path sound = bundles.next(1).get(0);
    try {
      String known = "known-hosts=" + uploads.knownHosts("known", port);
      long peak =
          new Heap(root, jar)
              .through(
                  "sftp-office",
                  folder -> {
                    Path part = uploads.folder("in").resolve("large.zip.part");
                    Heap.enlarge(sound, part, megabytes);
                    Files.move(part, part.resolveSibling("large.zip"));
                  },
                  (at, folder) -> {},
                  settings(0, port, known).toArray(String[]::new));
      String what = "most heap alive, a package of %,d MB by SFTP, -Xmx256m";
      table.alive(what.formatted(megabytes), peak);
    } finally {
      server.stop(true);
      FileSystemUtils.deleteRecursively(home);
      FileSystemUtils.deleteRecursively(root.resolve("sftp-office"));
    }
  }

  /** A season's packages of 1 MB, by one route and by several; opening and letters rest. */
  void drain() throws Exception {
    Path home = Files.createDirectories(root.resolve("drain"));
    Uploads uploads = new Uploads(home);
    for (int i = 0; i < SEVERAL; i++) {
      uploads.folder("in/" + i);
    }
    fill(uploads.folder("plain"));
    SshServer plain = uploads.sftp("plain");
    SshServer server = uploads.sftp("in");
    int ftp = uploads.ftp("in", Uploads.Tls.NONE);
    int plainFtp = uploads.ftp("plain", Uploads.Tls.NONE);
    String known = uploads.knownHosts("known", plain.getPort(), server.getPort()).toString();
    List<List<Double>> ratios = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (int round = 0; round <= ROUNDS; round++) {
      double loop = new PlainClient(plain.getPort(), home.resolve("got")).bySftp(known, season);
      double loopFtp = new PlainClient(plainFtp, home.resolve("got")).byFtp(season);
      double one = drained(uploads, 1, routes(1, server.getPort(), "known-hosts=" + known));
      double several =
          drained(uploads, SEVERAL, routes(SEVERAL, server.getPort(), "known-hosts=" + known));
      double oneFtp = drained(uploads, 1, routes(1, ftp, "protocol=ftp"));
      System.out.printf(
          "round %d: loop %.2f s, one %.2f s, several %.2f s; ftp: loop %.2f s, one %.2f s%n",
          round, loop, one, several, loopFtp, oneFtp);
      if (round > 0) {
        ratios.get(0).add(loop / one);
        ratios.get(1).add(loop / several);
        ratios.get(2).add(loopFtp / oneFtp);
      }
    }
    String what = "%,d packages of 1 MB, the rate of the office as a share of a plain loop: ";
    String these = what.formatted(season);
    table.ratio(these + "SFTP, one route", ratios.get(0));
    table.ratio(these + "SFTP, %d routes".formatted(SEVERAL), ratios.get(1));
    table.ratio(these + "FTP, one route", ratios.get(2));
    server.stop(true);
    plain.stop(true);
    FileSystemUtils.deleteRecursively(home);
  }

  private static String[] routes(int count, int port, String more) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.addAll(settings(i, port, more, "folders[0]=" + i));
    }
    return all.toArray(String[]::new);
  }

  private void fill(Path folder) throws IOException {
    Random random = new Random(1);
    byte[] bytes = new byte[BYTES];
    for (int i = 0; i < season; i++) {
      random.nextBytes(bytes);
      Files.write(folder.resolve("package-%05d.zip".formatted(i)), bytes);
    }
  }

  /** Seconds from the first registered to the last, as if from before the first. */
  private double drained(Uploads uploads, int folders, String[] settings) throws Exception {
    Path home = root.resolve("drained");
    try (Office office = Office.open(home, settings)) {
      JdbcClient jdbc = office.part(JdbcClient.class);
      MailFigures.resting(office.part(CamelContext.class), "server");
      for (int i = 0; i < season; i++) {
        Path file = uploads.folder("plain").resolve("package-%05d.zip".formatted(i));
        Path linked = uploads.folder("in/" + i % folders).resolve(file.getFileName());
        Files.createLink(linked, file);
      }
      MailFigures.until(() -> receipts(jdbc) > 0);
      long from = System.nanoTime();
      long first = receipts(jdbc);
      MailFigures.until(() -> receipts(jdbc) >= season);
      double seconds = (System.nanoTime() - from) / 1e9;
      return seconds * season / (season - first);
    } finally {
      for (int i = 0; i < folders; i++) {
        FileSystemUtils.deleteRecursively(uploads.folder("in/" + i));
        uploads.folder("in/" + i);
      }
      FileSystemUtils.deleteRecursively(home);
    }
  }

  private static long receipts(JdbcClient jdbc) {
    return MailFigures.count(jdbc, "select count(*) from receipt");
  }
}
