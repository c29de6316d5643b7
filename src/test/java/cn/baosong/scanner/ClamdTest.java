package cn.baosong.scanner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.baosong.desk.MalwareScanner.Verdict;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClamdTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** With one that says nothing however long it is waited for. */
  private static final Duration BRIEF = Duration.ofMillis(500);

  @TempDir Path folder;
  private FakeClamd fake;

  @BeforeEach
  void start() throws IOException {
    fake = FakeClamd.onTcp();
  }

  @AfterEach
  void stop() throws IOException {
    fake.close();
  }

  private Clamd clamd() {
    return new Clamd(fake::address, PATIENCE);
  }

  private Path file(int bytes) throws IOException {
    byte[] content = new byte[bytes];
    java.util.Arrays.fill(content, (byte) 7);
    return Files.write(folder.resolve("original-" + bytes), content);
  }

  private static String digest(Path file) throws IOException {
    return HexFormat.of().formatHex(FakeClamd.sha256().digest(Files.readAllBytes(file)));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 3_000_000})
  void streamsEveryByteOfTheOriginal(int bytes) throws IOException {
    Path file = file(bytes);
    assertThat(clamd().scan(file)).isEqualTo(new Verdict(Verdict.Kind.CLEAN, ""));
    fake.infects(digest(file));
    assertThat(clamd().scan(file)).isEqualTo(new Verdict(Verdict.Kind.INFECTED, "Test.Signature"));
    assertThat(fake.scans()).isEqualTo(2);
  }

  @Test
  void speaksThroughAUnixSocketToo() throws IOException {
    Path short_ = Files.createTempDirectory("c");
    try (FakeClamd local = FakeClamd.onSocket(short_.resolve("s"))) {
      Clamd clamd = new Clamd(local::address, PATIENCE);
      assertThat(clamd.trouble()).isEmpty();
      assertThat(clamd.scan(file(100_000)).kind()).isEqualTo(Verdict.Kind.CLEAN);
    } finally {
      Files.deleteIfExists(short_.resolve("s"));
      Files.delete(short_);
    }
  }

  @ParameterizedTest
  @EnumSource(value = FakeClamd.Mood.class, mode = EnumSource.Mode.EXCLUDE, names = "WELL")
  void neverTakesAnythingButAWholePlainAnswerForClean(FakeClamd.Mood mood) throws IOException {
    fake.is(mood);
    Clamd hasty = new Clamd(fake::address, BRIEF);
    assertThat(hasty.scan(file(1000)).kind()).isEqualTo(Verdict.Kind.UNANSWERED);
    assertThat(hasty.trouble()).isPresent();
    fake.is(FakeClamd.Mood.WELL);
    assertThat(clamd().trouble()).isEmpty();
  }

  @Test
  void saysThatItIsDownWhenNobodyListens() throws IOException {
    fake.close();
    InetSocketAddress gone = new InetSocketAddress("127.0.0.1", port());
    Clamd clamd = new Clamd(() -> gone, PATIENCE);
    assertThat(clamd.scan(file(10)).kind()).isEqualTo(Verdict.Kind.UNANSWERED);
    assertThat(clamd.trouble()).isPresent();
    Clamd nowhere = new Clamd(() -> new InetSocketAddress("host.invalid", 3310), PATIENCE);
    assertThat(nowhere.scan(file(10)).kind()).isEqualTo(Verdict.Kind.UNANSWERED);
  }

  private static int port() throws IOException {
    try (java.net.ServerSocket free = new java.net.ServerSocket(0)) {
      return free.getLocalPort();
    }
  }

  @Test
  void knowsThatWhatIsBeyondTheLimitOfAStreamWasNotScanned() throws IOException {
    fake.takesAtMost(100_000);
    assertThat(clamd().scan(file(100_000)).kind()).isEqualTo(Verdict.Kind.CLEAN);
    assertThat(clamd().scan(file(100_001)).kind()).isEqualTo(Verdict.Kind.TOO_LARGE);
  }

  @Test
  void neverTakesAStreamThatWasCutOffByItsLimitForClean() throws IOException {
    fake.takesAtMost(1);
    assertThat(clamd().scan(file(20_000_000)).kind())
        .isIn(Verdict.Kind.TOO_LARGE, Verdict.Kind.UNANSWERED);
  }

  @Test
  void tellsLimitsAndLocksFromMalware() throws IOException {
    Path file = file(9);
    fake.findsIn(digest(file), "Heuristics.Limits.Exceeded.MaxRecursion");
    assertThat(clamd().scan(file).kind()).isEqualTo(Verdict.Kind.TOO_LARGE);
    fake.findsIn(digest(file), "Heuristics.Encrypted.Zip");
    assertThat(clamd().scan(file).kind()).isEqualTo(Verdict.Kind.CLEAN);
  }

  @Test
  void blamesNoScannerForAnOriginalThatCannotBeRead() {
    assertThatThrownBy(() -> clamd().scan(folder.resolve("none")))
        .isInstanceOf(NoSuchFileException.class);
  }
}
