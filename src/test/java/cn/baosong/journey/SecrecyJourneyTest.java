package cn.baosong.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.dossier.Scan;
import cn.baosong.core.submission.Channel;
import cn.baosong.core.submission.Digest;
import cn.baosong.core.submission.Interval;
import cn.baosong.core.submission.SealReason;
import cn.baosong.core.submission.Submission;
import cn.baosong.core.submission.SubmissionNumber;
import cn.baosong.core.submission.SubmissionState;
import cn.baosong.core.submission.TimeEvidence;
import cn.baosong.core.submission.TrustClass;
import cn.baosong.desk.Archive;
import cn.baosong.desk.Arrival;
import cn.baosong.desk.Calls;
import cn.baosong.desk.ClearanceDesk;
import cn.baosong.desk.Counter;
import cn.baosong.desk.FormDesk;
import cn.baosong.desk.Records;
import cn.baosong.desk.Scans;
import cn.baosong.desk.ScreeningDesk;
import cn.baosong.reader.scan.Scanner;
import cn.baosong.scanner.FakeClamd;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.health.HealthComponent;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.boot.actuate.health.Status;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What must not be opened, beside what goes its way. */
@DirtiesContext
class SecrecyJourneyTest extends RunningOffice {
  private static final LocalDate BORN = LocalDate.of(1975, 6, 1);
  private static final String CODE = "11999900MB0000004W";
  private static final String UNIT = "示例省教育厅";
  private static final String SECRET = "隐秘甲";
  private static final Charset GBK = Charset.forName("GBK");
  private static final List<Charset> CHARSETS =
      List.of(StandardCharsets.UTF_8, GBK, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

  private static FakeClamd clamd;
  private static Path engine = Path.of("");

  @Autowired Archive archive;
  @Autowired Records records;
  @Autowired Counter counter;
  @Autowired ClearanceDesk clearance;
  @Autowired ScreeningDesk screening;
  @Autowired Scans scans;
  @Autowired FormDesk forms;
  @Autowired Calls calls;
  @Autowired HealthEndpoint health;

  @DynamicPropertySource
  static void inMarch(DynamicPropertyRegistry registry) throws IOException {
    at("2020-03-16T09:00:00+08:00", registry);
    clamd = FakeClamd.onTcp();
    int port = clamd.port();
    registry.add("baosong.scanner.host", () -> "127.0.0.1");
    registry.add("baosong.scanner.port", () -> port);
    registry.add("baosong.scanner.pause", () -> "200ms");
    registry.add("baosong.ocr.command", SecrecyJourneyTest::hanging);
  }

  /** In Tesseract's place a program that says nothing until it is let go. */
  private static String hanging() {
    try {
      engine = Files.createTempDirectory("baosong-engine").resolve("engine");
      Files.writeString(
          engine,
          """
          #!/bin/sh
          if [ "$1" = --list-langs ]; then echo chi_sim; exit 0; fi
          : > "$0.begun"
          while [ ! -f "$0.go" ]; do sleep 0.2; done
          exit 1
          """);
      assertThat(engine.toFile().setExecutable(true)).isTrue();
      return engine.toString();
    } catch (IOException disk) {
      throw new UncheckedIOException(disk);
    }
  }

  @Test
  void receivesAndDecidesWhileTheProgramThatReadsScansHangs() throws IOException {
    Dossier first =
        dossiersOf(once(drop(made("良戊", 33), "scanned.zip"), SubmissionState.PROCESSED)).get(0);
    byte[] form = forms.print(first, calls.find(first.call()).orElseThrow());
    lay(Scanner.pdf(Scanner.pages(form)), "form.pdf");
    await().atMost(PATIENCE).until(() -> Files.exists(engine.resolveSibling("engine.begun")));

    Digest other = drop(made("良己", 35), "meanwhile.zip");
    isAccepted(other);
    assertThat(letter(once(other, SubmissionState.PROCESSED), "RECEIPT")).contains("meanwhile.zip");
    assertThat(scans.ofUnit(first.call(), first.unit())).anyMatch(Scan::isAwaited);
    assertThat(health.health().getStatus()).isEqualTo(Status.UP);

    Files.createFile(engine.resolveSibling("engine.go"));
    await()
        .atMost(PATIENCE)
        .until(() -> scans.ofUnit(first.call(), first.unit()).stream().noneMatch(Scan::isAwaited));
    assertThat(scans.ofUnit(first.call(), first.unit()))
        .filteredOn(scan -> scan.enclosed().isEmpty())
        .extracting(scan -> scan.reading().orElseThrow().trouble())
        .containsExactly("文字识别程序没有读完，请人工录入。");
  }

  @AfterAll
  static void close() throws IOException {
    clamd.close();
  }

  private static HandMade made(String name, int sequence) {
    return HandMade.of("sx-bqw-2020", CODE, UNIT)
        .candidate(name, Identities.of(BORN, sequence), BORN);
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> left = Files.list(folder)) {
      return left.findAny().isEmpty();
    }
  }

  private static byte[] bytes(HandMade made) throws IOException {
    Path zip = made.zip(Files.createTempFile("baosong", ".zip"));
    try {
      return Files.readAllBytes(zip);
    } finally {
      Files.delete(zip);
    }
  }

  private void isAccepted(Digest dropped) {
    assertThat(dossiersOf(once(dropped, SubmissionState.PROCESSED)))
        .isNotEmpty()
        .extracting(Dossier::state)
        .containsOnly(DossierState.ACCEPTED);
  }

  @Test
  void sealsWhatBearsAMarkAndRepeatsNothingOfItWhileOthersAreDecided() throws IOException {
    Digest good = drop(made("良甲", 21), "good-1.zip");
    HandMade secret =
        made(SECRET, 23).with("01-" + SECRET + "/情况.txt", ("机密★5年\n" + SECRET).getBytes(GBK));
    Files.createDirectories(settings.inbox().resolve(CODE));
    Digest marked = drop(secret, CODE + "/marked.zip");
    Submission sealed = once(marked, SubmissionState.QUARANTINED);
    isAccepted(good);
    assertThat(sealed.sealedFor()).contains(SealReason.CLASSIFIED_MARKING);
    assertThat(archive.original(marked)).doesNotExist();
    assertThat(settings.home().resolve("sealed").resolve(marked.hex())).isRegularFile();
    assertThat(letter(sealed, "SECRECY"))
        .contains(sealed.number().value(), UNIT, "2020年3月16日", "停止办理")
        .doesNotContain(SECRET, "机密", "marked.zip");
    assertThat(letter(sealed, "RECEIPT")).contains("待查毒");
    assertThat(records.lines(List.of(sealed.number())).get(sealed.number()).arrival().name())
        .doesNotContain("marked");
    assertThat(told(SECRET)).isEmpty();
    await().atMost(PATIENCE).until(() -> isEmpty(settings.inbox().resolve(CODE)));

    byte[] again = Files.readAllBytes(settings.home().resolve("sealed").resolve(marked.hex()));
    dropBytes(again, "again.zip");
    await()
        .atMost(PATIENCE)
        .until(() -> submissions.find(sealed.number()).orElseThrow().receipts().size() == 2);
    assertThat(archive.original(marked)).doesNotExist();
    assertThat(told(SECRET)).isEmpty();
  }

  @Test
  void writesANameWithAMarkNowhere() throws IOException {
    String name = "关于" + SECRET + "乙的情况（机密★5年）.zip";
    Instant then = Instant.parse("2020-03-16T01:00:00Z");
    TimeEvidence now = TimeEvidence.of(Interval.at(then), "upload", TrustClass.A);
    Arrival arrival =
        new Arrival(Channel.API, "upload-1", name, Optional.of(CODE), Optional.empty(), now);
    SubmissionNumber number =
        counter.receive(arrival, new ByteArrayInputStream(bytes(made("良乙", 25))));
    Submission sealed = submissions.find(number).orElseThrow();
    assertThat(sealed.state()).isEqualTo(SubmissionState.QUARANTINED);
    assertThat(archive.sealing(sealed.first().digest())).isPresent();
    assertThat(letter(sealed, "RECEIPT")).contains("名称不显示");
    assertThat(letter(sealed, "SECRECY")).doesNotContain("机密");
    assertThat(told(SECRET)).isEmpty();
  }

  @Test
  void writesTheMarkedNameOfADroppedFileNowhereEither() throws IOException {
    String name = "关于" + SECRET + "丙的情况（机密★5年）.zip";
    byte[] dropped = bytes(made("良丙", 31));
    Path part = Files.write(settings.inbox().resolve("dropped.part"), dropped);
    Files.move(part, named(name.getBytes(GBK)));
    Submission sealed = once(digest(dropped), SubmissionState.QUARANTINED);
    assertThat(sealed.sealedFor()).contains(SealReason.CLASSIFIED_MARKING);
    assertThat(letter(sealed, "SECRECY")).doesNotContain("机密");
    assertThat(told(SECRET)).isEmpty();
    assertThat(below(settings.inbox()))
        .noneMatch(path -> path.toUri().getRawPath().contains("%"))
        .filteredOn(path -> path.toString().endsWith(".json"))
        .noneMatch(note -> tells(note, SECRET));
  }

  @Test
  void sealsAnInfectedPackageWithoutAWordThatFrightens() throws IOException {
    byte[] infected = bytes(made("染甲", 27));
    clamd.infects(digest(infected).hex());
    Submission sealed = once(dropBytes(infected, "infected.zip"), SubmissionState.QUARANTINED);
    assertThat(sealed.sealedFor()).contains(SealReason.MALWARE_FOUND);
    assertThat(letter(sealed, "CORRECTION"))
        .contains("安全检查", "重新制作")
        .doesNotContain("病毒", "恶意", "Test.Signature", "染甲");
    assertThat(archive.sealing(digest(infected)).orElseThrow().detail())
        .isEqualTo("Test.Signature");
    isAccepted(drop(made("良丙", 29), "good-2.zip"));
  }

  @Test
  void opensNoScanOfTheMailRoomThatIsInfected() throws IOException {
    byte[] infected = HandMade.pdf(3);
    clamd.infects(digest(infected).hex());
    lay(infected, "infected.pdf");
    byte[] photo = HandMade.pdf(6);
    clamd.infects(digest(photo).hex());
    lay(photo, "cover-EX0000000001.png");
    await().atMost(PATIENCE).until(() -> archive.sealing(digest(infected)).isPresent());
    await().atMost(PATIENCE).until(() -> archive.sealing(digest(photo)).isPresent());
    assertThat(archive.sealing(digest(infected)).orElseThrow().reason())
        .isEqualTo(SealReason.MALWARE_FOUND);
    int before = clamd.scans();
    lay(HandMade.pdf(4), "sound.pdf");
    Scan sound = awaited("sound.pdf");
    assertThat(clamd.scans()).isGreaterThan(before);
    assertThat(sound.file().pages()).contains(4);
    assertThat(awaited("infected.pdf").file().pages()).isEmpty();
  }

  private void lay(byte[] scan, String name) throws IOException {
    Path paper = Files.createDirectories(settings.inbox().resolve("paper"));
    Path part = Files.write(paper.resolve(name + ".part"), scan);
    Files.move(part, paper.resolve(name));
  }

  private Scan awaited(String name) {
    return await()
        .atMost(PATIENCE)
        .until(
            () -> scans.waiting(50).stream().filter(s -> s.file().name().equals(name)).findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  @Test
  void receivesAndWaitsWhileTheScannerIsDownAndGoesOnWhenItReturns() throws IOException {
    int port = clamd.port();
    clamd.close();
    await().atMost(PATIENCE).until(() -> screening.trouble().isPresent());
    Digest dropped = drop(made("良丁", 31), "waits.zip");
    Submission waiting =
        await()
            .atMost(PATIENCE)
            .until(() -> submissions.byDigest(dropped), Optional::isPresent)
            .orElseThrow();
    await().atMost(PATIENCE).until(() -> screening.waiting().count() == 1);
    assertThat(letter(waiting, "RECEIPT")).contains(waiting.number().value(), "待查毒");
    byte[] scan = HandMade.pdf(5);
    lay(scan, "later.pdf");
    Path failed = settings.inbox().resolve("paper/.claimed/.failed");
    await().atMost(PATIENCE).until(() -> Files.isDirectory(failed) && !isEmpty(failed));
    assertThat(scans.waiting(50)).noneMatch(s -> s.file().name().equals("later.pdf"));
    assertThat(submissions.find(waiting.number()).orElseThrow().needsOpening()).isTrue();
    assertThat(status()).isEqualTo(Status.DOWN);
    assertThat(records.lines(List.of(waiting.number())).get(waiting.number()).unscannedSince())
        .isPresent();
    clamd = FakeClamd.onTcp(port);
    isAccepted(dropped);
    assertThat(status()).isEqualTo(Status.UP);
    assertThat(screening.waiting().count()).isZero();
    assertThat(awaited("later.pdf").file().pages()).contains(5);
  }

  private Status status() {
    HealthComponent scanner = health.healthForPath("scanner");
    return scanner.getStatus();
  }

  @Test
  void holdsWhatIsInDoubtForAPersonBeforeAnythingOfItIsFiled() throws IOException {
    String doubtful = "存疑甲";
    Digest dropped =
        drop(
            made(doubtful, 33)
                .with(
                    "01-" + doubtful + "/承诺.txt",
                    "不得报送标有“机密★”字样的材料".getBytes(StandardCharsets.UTF_8)),
            "doubtful.zip");
    Submission held = once(dropped, SubmissionState.IN_REVIEW);
    assertThat(archive.original(dropped)).exists();
    assertThat(letter(held, "PENDING")).contains("请等候联系").doesNotContain("密级", "机密", doubtful);
    assertThat(told(doubtful)).isEmpty();
    clearance.rule(
        held.number(),
        new ClearanceDesk.Ruling(
            ClearanceDesk.Clearance.RELEASE, "clerk", "承诺书套话", held.version()));
    isAccepted(dropped);
    assertThat(submissions.find(held.number()).orElseThrow().clearances()).hasSize(1);
  }

  /** The files below home, but for what is sealed, that hold a text in any charset. */
  private List<Path> told(String text) throws IOException {
    Path sealed = settings.home().resolve("sealed");
    return below(settings.home()).stream()
        .filter(Files::isRegularFile)
        .filter(file -> !file.startsWith(sealed) && !holds(sealed, file))
        .filter(file -> tells(file, text))
        .toList();
  }

  /** What lies there, but for what the office takes away meanwhile. */
  private static List<Path> below(Path folder) throws IOException {
    List<Path> found = new ArrayList<>();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path each, BasicFileAttributes its) {
            found.add(each);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes its) {
            found.add(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException why) throws IOException {
            if (why instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw why;
          }
        });
    return found;
  }

  /** Originals in the archive hold the names of their own people. */
  private static boolean holds(Path sealed, Path file) {
    return file.startsWith(sealed.resolveSibling("archive"))
        && file.getFileName().toString().length() == 64;
  }

  private static boolean tells(Path file, String text) {
    try {
      String all = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      return CHARSETS.stream()
          .map(charset -> new String(text.getBytes(charset), StandardCharsets.ISO_8859_1))
          .anyMatch(all::contains);
    } catch (IOException gone) {
      return false;
    }
  }
}
