package cn.baosong.reader.apart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.baosong.core.submission.Opened;
import cn.baosong.reader.archive.ArchiveLimits;
import cn.baosong.reader.archive.AtOnce;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReaderPoolTest {
  private static final long MEMORY = 32L << 20;
  private static final ReaderLimits LIMITS =
      new ReaderLimits(Duration.ofSeconds(6), Duration.ofMinutes(2));

  @TempDir Path work;
  private Readers readers;

  @BeforeEach
  void open() throws IOException {
    readers = readers(StubbornReader.class, 1);
  }

  @AfterEach
  void close() throws InterruptedException {
    readers.close();
  }

  @Test
  void keepsAReaderForTheNextPackage() throws IOException {
    String first = pid(read("good"));
    assertThat(pid(read("good"))).isEqualTo(first);
    assertThat(readers.running()).isOne();
    assertThat(readers.busy()).isZero();
  }

  @Test
  void handsAReaderNoSecretOfTheOffice() throws IOException {
    assertThat(read("good").stated().contact().orElseThrow())
        .doesNotContain("PATH", "HOME", "BAOSONG", "JAVA");
  }

  @Test
  void endsAReaderThatHangsAndReadsTheRestWithoutThatFile() throws IOException {
    String before = pid(read("good"));
    Opened opened = read("good hang good2");
    assertThat(skipped(opened)).isEqualTo("hang");
    assertThat(pid(opened)).isNotEqualTo(before);
    assertThat(readers.lost(Loss.TIME)).isOne();
    assertThat(ProcessHandle.of(Long.parseLong(before)).filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Test
  void leavesAFileOutThatExhaustsTwoReaders() throws IOException {
    assertThat(skipped(read("exhaust good"))).isEqualTo("exhaust");
    assertThat(readers.lost(Loss.MEMORY)).isEqualTo(2);
  }

  @Test
  void blamesNoFileForOneDeathThatMayBeTheMachines() throws IOException {
    assertThat(skipped(read("good die-once good2"))).isEmpty();
    assertThat(readers.lost(Loss.DIED)).isOne();
  }

  @Test
  void believesNothingThatIsNoAnswer() throws IOException {
    assertThat(skipped(read("babble"))).isEqualTo("babble");
    assertThat(skipped(read("flood"))).isEqualTo("flood");
  }

  @Test
  void leavesAPackageToAPersonThatCostsTooManyReaders() throws IOException {
    Opened opened = read("die1 die2 die3 die4");
    assertThat(opened.outcome()).isEqualTo(Opened.Outcome.UNREADABLE);
    assertThat(opened.defects()).singleElement().extracting("code").isEqualTo("PACKAGE_UNREADABLE");
    assertThat(skipped(read("good"))).isEmpty();
  }

  @Test
  void leavesAPackageToAPersonThatCannotBeUnpackedInTime() throws IOException {
    assertThat(read("unpacks for ever").outcome()).isEqualTo(Opened.Outcome.UNREADABLE);
    assertThat(readers.lost(Loss.TIME)).isEqualTo(2);
  }

  @Test
  void leavesWhatItsReaderFindsCostlyForLaterAndKeepsTheReader() throws IOException {
    String before = pid(atOnce("good").orElseThrow());
    assertThat(atOnce("costly")).isEmpty();
    assertThat(pid(atOnce("good").orElseThrow())).isEqualTo(before);
  }

  @Test
  void leavesWhatUsesUpItsProcessorTimeForLaterAndEndsTheReader() throws IOException {
    String before = pid(atOnce("good").orElseThrow());
    assertThat(atOnce("spin")).isEmpty();
    assertThat(pid(atOnce("good").orElseThrow())).isNotEqualTo(before);
    assertThat(readers.lost(Loss.TIME)).isZero();
  }

  @Test
  void asksAReaderThatLivesBeforeItStartsAnotherInTheSeatOfALostOne() throws Exception {
    try (Readers two = readers(StubbornReader.class, 2)) {
      String living;
      try (Heart heart = new Heart(() -> {});
          Readers.Loan unused = two.borrow(heart)) {
        living = pid(readQuietly(pool(two), "good"));
      }
      assertThat(pid(readQuietly(pool(two), "good"))).isEqualTo(living);
      assertThat(two.running()).isOne();
    }
  }

  @Test
  void leavesWhatLosesItsReaderForLaterAndTriesNoSecondOne() throws IOException {
    assertThat(atOnce("exhaust")).isEmpty();
    assertThat(readers.lost(Loss.MEMORY)).isOne();
  }

  @Test
  void tellsAFailureOfOurOwnAsOneAndNotAsTheSenders() {
    assertThatThrownBy(() -> read("fail")).isInstanceOf(IOException.class).hasMessage("disk�full");
  }

  @Test
  void clearsWhatALostReaderHadUnpacked() throws Exception {
    read("exhaust");
    assertThat(folders()).isOne();
    Files.createDirectory(work.resolve("reader-of-a-dead-office"));
    readers(StubbornReader.class, 1).close();
    assertThat(folders()).isZero();
  }

  @Test
  void waitsForAMachineThatGivesNoProcessAndBlamesNoPackage() throws Exception {
    Readers none = readers(ReaderPoolTest.class, 1);
    CompletableFuture<Opened> waiting =
        CompletableFuture.supplyAsync(() -> readQuietly(pool(none), "good"));
    await(() -> none.trouble().isPresent());
    assertThat(waiting).isNotDone();
    none.close();
    assertThatThrownBy(waiting::join).hasRootCauseInstanceOf(IOException.class);
  }

  @Test
  void putsOffWhatIsBeingReadWhenTheOfficeEnds() {
    CompletableFuture<Opened> reading =
        CompletableFuture.supplyAsync(() -> readQuietly(pool(readers), "unpacks for ever"));
    await(() -> readers.running() == 1);
    readers.closeAfter(Duration.ZERO);
    assertThatThrownBy(reading::join).hasMessageContaining("read again at its next start");
    assertThat(readers.running()).isZero();
    assertThat(readers.lost(Loss.DIED)).isZero();
  }

  /** A process may take long to start. */
  private static void await(Callable<Boolean> started) {
    Awaitility.await().atMost(Duration.ofMinutes(1)).until(started);
  }

  private Optional<Opened> atOnce(String name) throws IOException {
    ReaderLimits cheap =
        new ReaderLimits(
            Duration.ofMinutes(1), LIMITS.whole(), Duration.ofSeconds(3), AtOnce.safe());
    return new ReaderPool(readers, cheap, ArchiveLimits.safe(), 2000)
        .openAtOnce(List.of(work.resolve("original")), name, () -> {});
  }

  private Opened read(String name) throws IOException {
    return pool(readers).open(work.resolve("original"), name, () -> {});
  }

  private Opened readQuietly(ReaderPool pool, String name) {
    try {
      return pool.open(work.resolve("original"), name, () -> {});
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
  }

  private static ReaderPool pool(Readers readers) {
    return new ReaderPool(readers, LIMITS, ArchiveLimits.safe(), 2000);
  }

  private Readers readers(Class<?> application, int seats) throws IOException {
    return new Readers(new ReaderCommand(application, MEMORY), work, seats);
  }

  private long folders() throws IOException {
    try (Stream<Path> found = Files.list(work)) {
      return found.filter(Files::isDirectory).count();
    }
  }

  private static String skipped(Opened opened) {
    return opened.stated().unitName().orElseThrow();
  }

  private static String pid(Opened opened) {
    return opened.stated().phone().orElseThrow();
  }
}
