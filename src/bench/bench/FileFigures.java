package bench;

import cn.baosong.carriers.Uploads;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.sshd.server.SshServer;
import org.springframework.util.FileSystemUtils;

/** What a large package from a server of files costs. */
final class FileFigures {
  private final Path root;
  private final Bundles bundles;
  private final Table table;

  FileFigures(Path root, Bundles bundles, Table table) {
    this.root = root;
    this.bundles = bundles;
    this.table = table;
  }

  /** A server that this process is, as the office is told of it. */
  static List<String> settings(int index, int port, String... more) {
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
}
