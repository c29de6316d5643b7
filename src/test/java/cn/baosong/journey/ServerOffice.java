package cn.baosong.journey;

import static cn.baosong.carriers.Uploads.Tls.EXPLICIT;
import static cn.baosong.carriers.Uploads.Tls.IMPLICIT;
import static cn.baosong.carriers.Uploads.Tls.NONE;
import static org.awaitility.Awaitility.await;

import cn.baosong.carriers.Uploads;
import cn.baosong.core.submission.Submission;
import cn.baosong.desk.Reconciliation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.sshd.server.SshServer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.util.FileSystemUtils;

/**
 * The whole office with servers of every kind in this process: one office for all tests about them.
 * Each test uploads files of its own and looks only at those.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
public abstract class ServerOffice extends WholeOffice {
  protected static final Uploads UPLOADS = uploads();

  @Autowired protected Reconciliation reconciliation;

  private static Uploads uploads() {
    try {
      return new Uploads(Files.createTempDirectory("baosong-servers"));
    } catch (Exception impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @DynamicPropertySource
  static void serverOffice(DynamicPropertyRegistry registry) throws Exception {
    at("2020-03-25T09:00:00+08:00", registry);
    SshServer sftp = UPLOADS.sftp("sftp");
    Settings all = new Settings(registry);
    String known = UPLOADS.knownHosts("known_hosts", sftp.getPort()).toString();
    all.server("sftp", sftp.getPort(), Map.of("known-hosts", known));
    all.server("ftp", UPLOADS.ftp("ftp", NONE), Map.of("protocol", "ftp", "after", "move"));
    String trust = UPLOADS.trust().toString();
    all.server(
        "ftps",
        UPLOADS.ftp("ftps", EXPLICIT),
        Map.of("protocol", "ftps", "trust", trust, "after", "rename"));
    all.server(
        "implicit",
        UPLOADS.ftp("implicit", IMPLICIT),
        Map.of("protocol", "ftps-implicit", "trust", trust, "complete", "rename"));
    all.server("untrusted", UPLOADS.ftp("untrusted", EXPLICIT), Map.of("protocol", "ftps"));
    SshServer keyed = UPLOADS.sftp("keyed");
    all.server(
        "keyed",
        keyed.getPort(),
        Map.of(
            "known-hosts", UPLOADS.knownHosts("keyed_hosts", keyed.getPort()).toString(),
            "private-key", UPLOADS.privateKey().toString(),
            "complete", "done"));
    SshServer routed = UPLOADS.sftp("routed");
    Path routes = routesWith(routed.getPort());
    registry.add("baosong.routes", routes::toString);
    SshServer stranger = UPLOADS.sftp("stranger");
    String wrong = UPLOADS.wrongHosts("wrong_hosts", stranger.getPort()).toString();
    all.server("stranger", stranger.getPort(), Map.of("known-hosts", wrong));
  }

  /** The shipped routes, and a file of six lines with one more server. */
  private static Path routesWith(int port) throws Exception {
    Path routes = Files.createTempDirectory("baosong-routes");
    FileSystemUtils.copyRecursively(Path.of("routes"), routes);
    String known = UPLOADS.knownHosts("routed_hosts", port).toString();
    Files.writeString(
        routes.resolve("pickup-routed.camel.yaml"),
        """
        - route:
            id: pickup-routed
            description: A server by a route file.
            from: {uri: kamelet, steps: [{to: {uri: direct, parameters: {name: receive-submission}}}], parameters: {
              templateId: office-server, routeId: routed, server: routed, host: 127.0.0.1, port: %d, username: %s,
              password: "RAW(%s)", knownHosts: %s, poll: 1s, quiet: 1s}}
        """
            .formatted(port, Uploads.USER, Uploads.PASSWORD, known));
    return routes;
  }

  /** The settings of the servers, one after another. */
  private static final class Settings {
    private final DynamicPropertyRegistry registry;
    private int next;

    Settings(DynamicPropertyRegistry registry) {
      this.registry = registry;
    }

    void server(String name, int port, Map<String, String> more) {
      String key = "baosong.servers[" + next++ + "].";
      registry.add(key + "name", () -> name);
      registry.add(key + "host", () -> "127.0.0.1");
      registry.add(key + "port", () -> port);
      registry.add(key + "user", () -> Uploads.USER);
      if (!more.containsKey("private-key")) {
        registry.add(key + "password", () -> Uploads.PASSWORD);
      }
      registry.add(key + "poll", () -> "1s");
      registry.add(key + "quiet", () -> "1s");
      more.forEach((setting, value) -> registry.add(key + setting, () -> value));
    }
  }

  /** Uploads a file; gives back its bytes. */
  protected static byte[] upload(String server, String path, byte[] bytes) throws IOException {
    Path file = UPLOADS.folder(server).resolve(path);
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
    return bytes;
  }

  protected static byte[] upload(String server, String path) throws IOException {
    return upload(server, path, Uploads.bytes("as uploaded to " + server + " as " + path));
  }

  /** The submission of a file's bytes, once it is registered. */
  protected Submission registered(byte[] bytes) {
    return await()
        .atMost(PATIENCE)
        .until(() -> submissions.byDigest(digest(bytes)), Optional::isPresent)
        .orElseThrow();
  }

  protected Reconciliation.Source source(String name) {
    return await()
        .atMost(PATIENCE)
        .until(
            () ->
                reconciliation.sources().stream()
                    .filter(source -> source.name().equals(name))
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }
}
