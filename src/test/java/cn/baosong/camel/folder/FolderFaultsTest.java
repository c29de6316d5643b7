package cn.baosong.camel.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import cn.baosong.core.call.Unit;
import cn.baosong.core.submission.TrustClass;
import cn.baosong.desk.Drill;
import cn.baosong.desk.Reconciliation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Rows F01 to F09 and F12: what goes wrong with a folder stays with that entry or that folder. */
class FolderFaultsTest extends WatchedFolder {

  @Test
  @Timeout(60)
  void aHangingFolderHoldsUpNeitherTheOthersNorWhoAsks(@TempDir Path other) throws IOException {
    CountDownLatch answers = new CountDownLatch(1);
    FolderPatience brief =
        new FolderPatience(
            QUIET, QUIET, Duration.ofHours(6), Duration.ofMillis(500), Duration.ofMinutes(1));
    Doorkeeper doorkeeper =
        new Doorkeeper(
            new OneUnit() {
              @Override
              public Optional<Unit> match(String words) {
                awaitAnswer(answers);
                return Optional.empty();
              }
            },
            shelf(),
            new LookTimes(state),
            clock,
            brief);
    Files.createDirectory(inbox.resolve("stuck"));
    Files.writeString(inbox.resolve("a.csv"), "x");
    Files.writeString(other.resolve("b.csv"), "y");
    await()
        .atMost(Duration.ofSeconds(50))
        .until(
            () -> {
              doorkeeper.claimStill(inbox.toString());
              doorkeeper.claimStill(other.toString());
              clock.move(QUIET);
              return Files.notExists(other.resolve("b.csv"));
            });
    doorkeeper.claimStill(inbox.toString());
    assertThat(doorkeeper.failure()).hasValueSatisfying(why -> assertThat(why).contains("没有响应"));
    assertThat(waiting(doorkeeper)).isEmpty();

    answers.countDown();
    await()
        .atMost(Duration.ofSeconds(50))
        .until(
            () -> {
              rest(doorkeeper);
              return Files.notExists(inbox.resolve("a.csv"));
            });
  }

  @Test
  void aClockThatIsOffMakesNoEvidenceOfTheFirstClass() throws IOException {
    for (Duration off : new Duration[] {Duration.ofHours(9), Duration.ofHours(-9)}) {
      clock.move(off);
      Doorkeeper doorkeeper = doorkeeper();
      doorkeeper.claimStill(inbox.toString());
      final Instant emptyLook = clock.instant();
      clock.move(Duration.ofSeconds(10));
      Files.writeString(inbox.resolve("a.csv"), "x");
      doorkeeper.claimStill(inbox.toString());
      final Instant firstSeen = clock.instant();
      rest(doorkeeper);
      var received = claims().get(claims().size() - 1).received();
      assertThat(received.trust()).isEqualTo(TrustClass.B);
      assertThat(received.interval().earliest()).isEqualTo(emptyLook);
      assertThat(received.interval().latest()).isEqualTo(firstSeen);
      assertThat(doorkeeper.wrongClock())
          .hasValueSatisfying(why -> assertThat(why).contains("时钟", "校准"));
      Files.delete(place().resolve(claims().get(0).id() + ".json"));
      clock.move(off.negated());
    }
  }

  @Test
  void whatWaitedOverARestartIsNotTakenForNewlyArrived() throws IOException {
    Doorkeeper before = doorkeeper();
    before.claimStill(inbox.toString());
    Instant written = clock.instant();
    Files.write(inbox.resolve("paused.zip"), new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0});
    for (int look = 0; look < 5; look++) {
      clock.move(Duration.ofSeconds(10));
      before.claimStill(inbox.toString());
    }
    Doorkeeper after = doorkeeper();
    for (int look = 0; look < 20; look++) {
      clock.move(Duration.ofSeconds(10));
      after.claimStill(inbox.toString());
    }
    assertThat(claims()).hasSize(1);
    assertThat(claims().get(0).received().interval().earliest())
        .isBeforeOrEqualTo(written.plusSeconds(5));
  }

  @Test
  void whatIsSeenAfterAHangWasNotThereBeforeIt() throws IOException {
    AtomicInteger hung = new AtomicInteger();
    OneUnit slow =
        new OneUnit() {
          @Override
          public Optional<Unit> match(String words) {
            if (hung.getAndIncrement() == 0) {
              clock.move(Duration.ofHours(1));
            }
            return Optional.empty();
          }
        };
    Files.writeString(Files.createDirectory(inbox.resolve("batch")).resolve("a.csv"), "x");
    Doorkeeper doorkeeper = new Doorkeeper(slow, shelf(), new LookTimes(state), clock, PATIENCE);
    Instant answered = clock.instant().plus(Duration.ofHours(1));
    doorkeeper.claimStill(inbox.toString());
    rest(doorkeeper);
    assertThat(claims())
        .singleElement()
        .satisfies(
            claim -> assertThat(claim.received().interval().latest()).isAfterOrEqualTo(answered));
  }

  @Test
  void whatCameWhileAUnitsFolderCouldNotBeReadCameAfterTheLastTimeThatItCould() throws IOException {
    Path own = Files.createDirectory(inbox.resolve(CITY.code().value()));
    AtomicBoolean unreadable = new AtomicBoolean(true);
    OneUnit units =
        new OneUnit() {
          @Override
          public Optional<Unit> match(String words) {
            if (unreadable.get()) {
              replaceByAFile(own);
            }
            return super.match(words);
          }
        };
    clock.move(Duration.ofHours(9));
    Doorkeeper doorkeeper = new Doorkeeper(units, shelf(), new LookTimes(state), clock, PATIENCE);
    unreadable.set(false);
    doorkeeper.claimStill(inbox.toString());
    final Instant readable = clock.instant();
    unreadable.set(true);
    clock.move(Duration.ofMinutes(1));
    doorkeeper.claimStill(inbox.toString());
    assertThat(waiting(doorkeeper))
        .extracting(Reconciliation.Item::name)
        .containsExactly(name(own));
    unreadable.set(false);
    Files.delete(own);
    Files.writeString(Files.createDirectory(own).resolve("a.csv"), "x");
    clock.move(Duration.ofMinutes(9));
    doorkeeper.claimStill(inbox.toString());
    rest(doorkeeper);
    assertThat(claims())
        .singleElement()
        .satisfies(claim -> assertThat(claim.received().interval().earliest()).isEqualTo(readable));
    assertThat(waiting(doorkeeper)).isEmpty();
  }

  @Test
  void aShareWithAClockThatIsOffDelaysNoSecondTry() throws IOException {
    Doorkeeper doorkeeper = doorkeeper();
    Files.writeString(inbox.resolve("a.csv"), "x");
    doorkeeper.claimStill(inbox.toString());
    rest(doorkeeper);
    String note = claims().get(0).id() + ".json";
    Path failed = Files.createDirectory(place().resolve(".failed"));
    clock.move(Duration.ofHours(-9));
    doorkeeper = doorkeeper();
    doorkeeper.claimStill(inbox.toString());
    Files.move(place().resolve(note), failed.resolve(note));
    for (int look = 0; look < 8; look++) {
      rest(doorkeeper);
    }
    assertThat(place().resolve(note)).exists();
  }

  @Test
  void aLockedFileIsNamedAndTriedLessAndLessWhileOthersGoOn() throws IOException {
    AtomicBoolean locked = new AtomicBoolean(true);
    AtomicInteger tries = new AtomicInteger();
    Drill lock =
        step -> {
          if (step.equals("claim/note/after") && isBeingTaken("locked.xlsx") && locked.get()) {
            tries.incrementAndGet();
            throw new UncheckedIOException(new AccessDeniedException("locked.xlsx"));
          }
        };
    Doorkeeper doorkeeper = doorkeeper(new ClaimShelf(json, i -> i, clock, lock));
    Files.writeString(inbox.resolve("locked.xlsx"), "x");
    Files.writeString(inbox.resolve("good.csv"), "x");
    for (int look = 0; look < 100; look++) {
      doorkeeper.claimStill(inbox.toString());
      clock.move(Duration.ofSeconds(1));
    }
    assertThat(claims()).extracting(Claim::name).containsExactly("good.csv");
    assertThat(waiting(doorkeeper))
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.name()).isEqualTo("locked.xlsx");
              assertThat(item.reason()).contains("重试");
            });
    assertThat(tries.get()).isBetween(4, 8);
    locked.set(false);
    clock.move(Duration.ofMinutes(5));
    rest(doorkeeper);
    assertThat(claims()).extracting(Claim::name).contains("locked.xlsx");
    assertThat(waiting(doorkeeper)).isEmpty();
  }

  @Test
  @Timeout(60)
  void neverOpensAPipeOrASocketAndSaysWhatItLeftBehind() throws Exception {
    Path tree = Files.createDirectory(inbox.resolve("batch"));
    Files.writeString(tree.resolve("list.csv"), "x");
    pipe(inbox.resolve("pipe.zip"));
    pipe(tree.resolve("pipe.pdf"));
    try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      socket.bind(UnixDomainSocketAddress.of(inbox.resolve("socket")));
      Doorkeeper doorkeeper = doorkeeper();
      doorkeeper.claimStill(inbox.toString());
      rest(doorkeeper);
      Claim claim = claims().get(0);
      assertThat(claim.name()).isEqualTo("batch");
      assertThat(names(shelf().open(place(), claim).readAllBytes())).containsExactly("list.csv");
      assertThat(waiting(doorkeeper))
          .extracting(Reconciliation.Item::name)
          .containsExactlyInAnyOrder("pipe.zip", "socket", "batch");
    }
  }

  @Test
  void takesACrowdInTurnsAndStarvesNobody() throws IOException {
    for (int i = 0; i < 200; i++) {
      Files.writeString(inbox.resolve(i + ".csv"), "x");
    }
    Files.writeString(inbox.resolve("still-comes.csv.part"), "x");
    Doorkeeper doorkeeper = doorkeeper(shelf(), crowd(30, 1_000));
    int looks = 0;
    for (; claims().size() < 200 && looks < 40; looks++) {
      doorkeeper.claimStill(inbox.toString());
      assertThat(waiting(doorkeeper).size()).isLessThanOrEqualTo(31);
      clock.move(QUIET);
    }
    assertThat(claims()).hasSize(200);
    assertThat(claims()).extracting(c -> c.received().trust()).doesNotContain(TrustClass.C);
  }

  @Test
  void claimsNoMoreThanThePickUpCanSoonTake() throws IOException {
    for (int i = 0; i < 50; i++) {
      Files.writeString(inbox.resolve(i + ".csv"), "x");
    }
    ClaimShelf shelf = shelf();
    Doorkeeper doorkeeper = doorkeeper(shelf, crowd(1_000, 20));
    for (int look = 0; look < 3; look++) {
      rest(doorkeeper);
      assertThat(claims().size()).isLessThanOrEqualTo(20);
    }
    assertThat(waiting(doorkeeper)).hasSize(30);
    int taken = 0;
    for (int look = 0; look < 6; look++) {
      for (Claim claim : claims()) {
        deliver(shelf, claim);
        taken++;
      }
      rest(doorkeeper);
    }
    assertThat(taken).isEqualTo(50);
  }

  @Test
  void namesAThousandOfACrowdAndCountsTheRest() throws IOException {
    for (int i = 0; i < 1_500; i++) {
      Files.createFile(inbox.resolve(i + ".csv"));
    }
    Doorkeeper doorkeeper = doorkeeper(shelf(), crowd(1_200, 20));
    doorkeeper.claimStill(inbox.toString());
    assertThat(waiting(doorkeeper)).hasSize(1_000);
    assertThat(doorkeeper.waiting()).isEqualTo(1_500);
  }

  @Test
  void takesAFolderOf300LevelsWholeAndNamesOneThatIsTooDeep() throws IOException {
    Files.writeString(deep("a", 300).resolve("x.pdf"), "deep");
    Files.writeString(deep("b", 600).resolve("x.pdf"), "deeper");
    Doorkeeper doorkeeper = doorkeeper();
    doorkeeper.claimStill(inbox.toString());
    rest(doorkeeper);
    assertThat(claims()).extracting(Claim::name).containsExactly("a");
    byte[] tar = shelf().open(place(), claims().get(0)).readAllBytes();
    assertThat(names(tar)).singleElement().asString().endsWith("d/x.pdf");
    assertThat(waiting(doorkeeper))
        .singleElement()
        .extracting(Reconciliation.Item::reason)
        .asString()
        .contains("层次超过");
  }

  @Test
  void countsWhatSystemsLeaveBehindAndTakesNoneOfIt() throws IOException {
    for (String name : new String[] {"._list.xlsx", "Thumbs.db", "~$list.xlsx", "desktop.ini"}) {
      Files.writeString(inbox.resolve(name), "x");
    }
    Doorkeeper doorkeeper = doorkeeper();
    doorkeeper.claimStill(inbox.toString());
    rest(doorkeeper);
    assertThat(claims()).isEmpty();
    assertThat(doorkeeper.ignored()).isEqualTo(4);
    assertThat(waiting(doorkeeper)).isEmpty();
  }

  @Test
  void waitsForAnEmptyFileToBeFilledAndTakesItAtLastAsItIs() throws IOException {
    Files.createFile(inbox.resolve("empty.rar"));
    Files.createDirectory(inbox.resolve("new folder"));
    Doorkeeper doorkeeper = doorkeeper();
    doorkeeper.claimStill(inbox.toString());
    rest(doorkeeper);
    assertThat(claims()).isEmpty();
    clock.move(Duration.ofMinutes(3));
    doorkeeper.claimStill(inbox.toString());
    assertThat(claims()).extracting(Claim::name).containsExactly("empty.rar");
    assertThat(inbox.resolve("new folder")).exists();
  }

  @Test
  void listsAnUploadThatNobodyFinishes() throws IOException {
    Files.writeString(inbox.resolve("big.zip.part"), "half");
    Doorkeeper doorkeeper = doorkeeper();
    clock.move(Duration.ofHours(5));
    doorkeeper.claimStill(inbox.toString());
    assertThat(waiting(doorkeeper)).isEmpty();
    clock.move(Duration.ofHours(2));
    doorkeeper.claimStill(inbox.toString());
    assertThat(waiting(doorkeeper))
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.name()).isEqualTo("big.zip.part");
              assertThat(item.reason()).contains("上传未完成");
            });
    assertThat(claims()).isEmpty();
  }

  @Test
  void anUploadThatGoesOnAfterItWasTakenBecomesADeliveryOfItsOwn() throws IOException {
    ClaimShelf shelf = shelf();
    Doorkeeper doorkeeper = doorkeeper(shelf);
    try (FileChannel upload =
        FileChannel.open(
            inbox.resolve("big.tar"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      upload.write(bytes("first half, "));
      doorkeeper.claimStill(inbox.toString());
      rest(doorkeeper);
      Claim half = claims().get(0);
      assertThat(deliver(shelf, half)).isEqualTo("first half, ");
      upload.write(bytes("second half"));
      clock.move(Duration.ofMinutes(2));
      doorkeeper.letGo(inbox.toString());
      doorkeeper.claimStill(inbox.toString());
      assertThat(waiting(doorkeeper))
          .singleElement()
          .extracting(Reconciliation.Item::name)
          .isEqualTo("big.tar");
      rest(doorkeeper);
      Claim whole = claims().get(0);
      assertThat(whole.id()).isNotEqualTo(half.id());
      assertThat(whole.name()).isEqualTo("big.tar");
      assertThat(whole.received().trust()).isEqualTo(TrustClass.B);
      assertThat(whole.received().interval().earliest())
          .isEqualTo(half.received().interval().latest());
      assertThat(deliver(shelf, whole)).isEqualTo("first half, second half");
    }
    clock.move(Duration.ofMinutes(2));
    doorkeeper.letGo(inbox.toString());
    assertThat(place().resolve(LetGo.FOLDER)).isEmptyDirectory();
  }

  @Test
  void deletesHalfAFolderThatACrashLeftAndNeverTakesItForAChangedOne() throws IOException {
    ClaimShelf shelf = shelf();
    Doorkeeper doorkeeper = doorkeeper(shelf);
    Files.writeString(Files.createDirectory(inbox.resolve("batch")).resolve("a.csv"), "x");
    doorkeeper.claimStill(inbox.toString());
    rest(doorkeeper);
    Claim claim = claims().get(0);
    deliver(shelf, claim);
    Path letGo = place().resolve(LetGo.FOLDER);
    Files.move(letGo.resolve(claim.id() + ".data"), letGo.resolve(claim.id() + ".gone"));
    clock.move(Duration.ofMinutes(2));
    doorkeeper.letGo(inbox.toString());
    rest(doorkeeper);
    assertThat(claims()).isEmpty();
    assertThat(letGo).isEmptyDirectory();
  }

  @Test
  void letsGoAtOnceWhereThereIsNoRoomToKeepAnything() throws IOException {
    ClaimShelf shelf = shelf();
    Doorkeeper doorkeeper = doorkeeper(shelf);
    Files.writeString(inbox.resolve("a.csv"), "x");
    doorkeeper.claimStill(inbox.toString());
    rest(doorkeeper);
    Files.createFile(place().resolve(LetGo.FOLDER));
    assertThat(deliver(shelf, claims().get(0))).isEqualTo("x");
    try (DirectoryStream<Path> left = Files.newDirectoryStream(place())) {
      assertThat(left).extracting(Path::getFileName).containsExactly(Path.of(LetGo.FOLDER));
    }
  }

  @Test
  @Timeout(60)
  void doesNotWaitForAPipeThatTookAClaimsPlace() throws Exception {
    ClaimShelf shelf = shelf();
    Doorkeeper doorkeeper = doorkeeper(shelf);
    Files.writeString(inbox.resolve("a.csv"), "x");
    doorkeeper.claimStill(inbox.toString());
    rest(doorkeeper);
    Claim claim = claims().get(0);
    Path data = place().resolve(claim.id() + ".data");
    Files.delete(data);
    pipe(data);
    assertThatThrownBy(() -> shelf.open(place(), claim)).hasMessageContaining("no regular file");
  }

  @Test
  void keepsBothVersionsOfOneName() throws IOException {
    ClaimShelf shelf = shelf();
    Doorkeeper doorkeeper = doorkeeper(shelf);
    for (String version : new String[] {"one", "two"}) {
      Files.writeString(inbox.resolve("list.csv"), version);
      doorkeeper.claimStill(inbox.toString());
      rest(doorkeeper);
    }
    assertThat(claims()).extracting(Claim::name).containsExactly("list.csv", "list.csv");
    assertThat(claims())
        .extracting(claim -> content(shelf, claim))
        .containsExactlyInAnyOrder("one", "two");
  }

  @Test
  void takesThePackagesOfTwoUnitsInOneFolderApart() throws Exception {
    for (String unit : new String[] {"a", "b"}) {
      Path part = Files.createDirectories(inbox.resolve("collected").resolve(unit));
      Files.writeString(part.resolve("package.json"), "{}");
    }
    Files.writeString(inbox.resolve("collected/c.zip"), "zip");
    Files.writeString(inbox.resolve("collected/Thumbs.db"), "x");
    pipe(inbox.resolve("collected/d.zip"));
    Path one = Files.createDirectories(inbox.resolve("one/people"));
    Files.writeString(one.resolve("package.json"), "{}");
    Files.writeString(inbox.resolve("one/report.pdf"), "x");
    Doorkeeper doorkeeper = doorkeeper();
    doorkeeper.claimStill(inbox.toString());
    rest(doorkeeper);
    assertThat(claims())
        .extracting(Claim::name)
        .containsExactlyInAnyOrder("a", "b", "c.zip", "one");
    assertThat(inbox.resolve("collected/d.zip")).exists();
    Files.delete(inbox.resolve("collected/d.zip"));
    rest(doorkeeper);
    assertThat(claims()).hasSize(4);
  }

  private String deliver(ClaimShelf shelf, Claim claim) throws IOException {
    String print = shelf.print(place(), claim);
    String read = content(shelf, claim);
    shelf.release(place(), claim, print);
    Files.delete(place().resolve(claim.id() + ".json"));
    return read;
  }

  private String content(ClaimShelf shelf, Claim claim) {
    try (var in = shelf.open(place(), claim)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException disk) {
      throw new UncheckedIOException(disk);
    }
  }

  private Path deep(String name, int levels) throws IOException {
    return Files.createDirectories(inbox.resolve(name + "/d".repeat(levels)));
  }

  private boolean isBeingTaken(String name) {
    try (DirectoryStream<Path> making = Files.newDirectoryStream(place(), "*.making")) {
      for (Path note : making) {
        if (Files.readString(note, StandardCharsets.UTF_8).contains(name)) {
          return true;
        }
      }
      return false;
    } catch (IOException disk) {
      throw new UncheckedIOException(disk);
    }
  }

  private static void pipe(Path path) throws IOException, InterruptedException {
    try {
      assumeThat(new ProcessBuilder("mkfifo", path.toString()).start().waitFor()).isZero();
    } catch (IOException noSuchTool) {
      assumeThat(noSuchTool).as("mkfifo, of the coreutils").isNull();
    }
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  private static void replaceByAFile(Path folder) {
    try {
      Files.deleteIfExists(folder);
      Files.createFile(folder);
    } catch (IOException disk) {
      throw new UncheckedIOException(disk);
    }
  }

  private static void awaitAnswer(CountDownLatch answers) {
    try {
      answers.await();
    } catch (InterruptedException shutdown) {
      Thread.currentThread().interrupt();
    }
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
  }
}
