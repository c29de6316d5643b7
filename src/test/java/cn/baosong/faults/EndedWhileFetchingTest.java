package cn.baosong.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.baosong.carriers.Uploads;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** D10: an office that is told to end while a large file comes over the line. */
class EndedWhileFetchingTest {
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final long SIZE = 40L << 20;
  private static final String NAME = "large.zip";

  @TempDir Path root;

  @Test
  void registersItOnceAndWholeWhenItIsStartedAgain() throws Exception {
    Season season = new Season(root.resolve("office"), Path.of("forms"));
    Uploads uploads = new Uploads(root);
    SshServer server = uploads.sftp("in");
    AtomicBoolean slow = new AtomicBoolean(true);
    server.setSubsystemFactories(List.of(reading(slow)));
    Path large = upload(uploads.folder("in"));
    ChildOffice office =
        new ChildOffice(
            season,
            Path.of("routes"),
            List.of("-cp", classes(), "cn.baosong.Baosong"),
            settings(uploads, server.getPort()));
    ChildOffice.Running first = office.start();
    await().atMost(PATIENCE).until(() -> isHalfHere(season.home()));
    first.terminate();
    assertThat(registered(season)).as("half a file is no receipt").isEmpty();

    slow.set(false);
    ChildOffice.Running again = office.start();
    Rest rest = new Rest(season.home(), season.inbox());
    await().atMost(PATIENCE).until(() -> registered(season).size() == 1);
    await().atMost(PATIENCE).until(() -> rest.waiting().isEmpty());
    again.terminate();
    assertThat(isHalfHere(season.home())).as("nothing half is left behind").isFalse();
    server.stop(true);
    Drop drop = new Drop(Story.BROKEN, "", NAME, Map.of("", Sha.of(large)));
    try (Connection database =
        DriverManager.getConnection(
            "jdbc:h2:file:" + season.home().resolve("db/baosong"), "sa", "")) {
      assertThat(new Checker(season.home(), season.inbox()).atRest(List.of(drop), database))
          .isEmpty();
    }
  }

  /** While it is slow, a file takes longer than an office may take to end. */
  private static SftpSubsystemFactory reading(AtomicBoolean slow) {
    SftpSubsystemFactory factory = new SftpSubsystemFactory();
    factory.addSftpEventListener(
        new SftpEventListener() {
          @Override
          public void reading(
              ServerSession session,
              String handle,
              FileHandle file,
              long offset,
              byte[] data,
              int dataOffset,
              int dataLen) {
            if (slow.get()) {
              LockSupport.parkNanos(Duration.ofMillis(60).toNanos());
            }
          }
        });
    return factory;
  }

  private static String classes() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  private static Path upload(Path folder) throws IOException {
    Path large = folder.resolve(NAME);
    try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength(SIZE);
    }
    return large;
  }

  private static List<String> settings(Uploads uploads, int port) throws Exception {
    String server = "--baosong.servers[0].";
    return List.of(
        "--logging.level.root=warn",
        "--camel.main.shutdown-timeout=5",
        server + "name=uploads",
        server + "host=127.0.0.1",
        server + "port=" + port,
        server + "user=" + Uploads.USER,
        server + "password=" + Uploads.PASSWORD,
        server + "known-hosts=" + uploads.knownHosts("known_hosts", port),
        server + "poll=PT1S",
        server + "quiet=PT1S");
  }

  private static List<Receipts.Arrival> registered(Season season) throws IOException {
    return Receipts.of(Chain.of(season.home())).all();
  }

  /** Some of it, not all; the database is a large file of its own. */
  private static boolean isHalfHere(Path home) {
    try (Stream<Path> files = Files.walk(home)) {
      return files
          .filter(file -> !file.startsWith(home.resolve("db")))
          .mapToLong(EndedWhileFetchingTest::size)
          .anyMatch(s -> s > SIZE / 20 && s < SIZE);
    } catch (IOException | UncheckedIOException moved) {
      return false;
    }
  }

  private static long size(Path file) {
    try {
      return Files.isRegularFile(file) ? Files.size(file) : 0;
    } catch (IOException gone) {
      return 0;
    }
  }
}
