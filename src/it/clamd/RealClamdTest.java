package clamd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.baosong.desk.MalwareScanner.Verdict;
import cn.baosong.scanner.Clamd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Speaks to a clamd of its own with a signature of its own; that signature proves the way the bytes
 * go, and protects nobody.
 */
class RealClamdTest {
  private static final String BAD = "baosong-own-test-signature";
  private static final long STREAM_LIMIT = 1 << 20;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir static Path folder;
  private static @Nullable Process clamd;
  private static int port;

  @BeforeAll
  static void start() throws IOException {
    List<Path> places =
        List.of(Path.of("/usr/sbin/clamd"), Path.of("/usr/bin/clamd"), Path.of("/usr/local/sbin/clamd"));
    Path program = places.stream().filter(Files::isExecutable).findFirst().orElse(Path.of(""));
    assumeTrue(
        Files.isExecutable(program),
        "skipped, there is no clamd: apt-get install clamav-daemon (Debian, Ubuntu)");
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Path signatures = Files.createDirectory(folder.resolve("db"));
    String hex = HexFormat.of().formatHex(BAD.getBytes(StandardCharsets.US_ASCII));
    Files.writeString(signatures.resolve("own.ndb"), "Baosong.Own.Test:0:*:" + hex + "\n");
    Path settings =
        Files.writeString(
            folder.resolve("clamd.conf"),
            String.join(
                "\n",
                "Foreground yes",
                "DatabaseDirectory " + signatures,
                "TCPAddr 127.0.0.1",
                "TCPSocket " + port,
                "LocalSocket " + folder.resolve("s"),
                "StreamMaxLength " + STREAM_LIMIT,
                "AlertExceedsMax yes",
                "MaxFileSize 512K",
                ""));
    clamd =
        new ProcessBuilder(program.toString(), "-c", settings.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    Awaitility.await().atMost(PATIENCE).until(() -> byTcp().trouble().isEmpty());
  }

  @AfterAll
  static void stop() throws InterruptedException {
    if (clamd != null) {
      clamd.destroy();
      clamd.waitFor(10, TimeUnit.SECONDS);
    }
  }

  private static Clamd byTcp() {
    return by(() -> new InetSocketAddress("127.0.0.1", port));
  }

  private static Clamd by(Supplier<SocketAddress> place) {
    return new Clamd(place, PATIENCE);
  }

  private static Verdict.Kind verdict(byte[] content) throws IOException {
    Path original = Files.write(folder.resolve("original"), content);
    Verdict verdict = byTcp().scan(original);
    assertThat(by(() -> UnixDomainSocketAddress.of(folder.resolve("s"))).scan(original))
        .as("the same by the Unix socket")
        .isEqualTo(verdict);
    return verdict.kind();
  }

  private static byte[] zip(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("a.txt"));
      zip.write(content);
    }
    return bytes.toByteArray();
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content);
    }
    return bytes.toByteArray();
  }

  private static byte[] noise(int length) {
    byte[] noise = new byte[length];
    new Random(7).nextBytes(noise);
    return noise;
  }

  @Test
  void tellsCleanFromInfectedInsideArchivesToo() throws IOException {
    byte[] bad = ("x".repeat(1000) + BAD).getBytes(StandardCharsets.US_ASCII);
    assertThat(verdict("nothing".getBytes(StandardCharsets.US_ASCII))).isEqualTo(Verdict.Kind.CLEAN);
    assertThat(verdict(noise(300_000))).isEqualTo(Verdict.Kind.CLEAN);
    assertThat(verdict(bad)).isEqualTo(Verdict.Kind.INFECTED);
    assertThat(verdict(zip(bad))).isEqualTo(Verdict.Kind.INFECTED);
    assertThat(verdict(zip(zip(bad)))).isEqualTo(Verdict.Kind.INFECTED);
    assertThat(verdict(gzip(bad))).isEqualTo(Verdict.Kind.INFECTED);
    assertThat(byTcp().scan(folder.resolve("original")).detail()).startsWith("Baosong.Own.Test");
  }

  @Test
  void neverTakesWhatIsBeyondItsLimitsForClean() throws IOException {
    assertThat(verdict(zip(noise(600_000)))).isEqualTo(Verdict.Kind.TOO_LARGE);
    Path large = Files.write(folder.resolve("large"), noise(3 << 20));
    assertThat(byTcp().scan(large).kind()).isEqualTo(Verdict.Kind.TOO_LARGE);
    assertThat(byTcp().trouble()).isEmpty();
  }
}
