package cn.baosong.camel.folder;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.call.Unit;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.submission.TrustClass;
import cn.baosong.desk.Units;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoorkeeperTest {
  private static final Duration QUIET = Duration.ofSeconds(3);
  private static final Unit CITY =
      new Unit(
          new UnitCode("11990000000000001X"),
          "示例市人社局",
          List.of(),
          List.of(),
          List.of(),
          "",
          "",
          "");

  private final ObjectMapper json = JsonMapper.builder().findAndAddModules().build();
  private final SteppingClock clock = new SteppingClock();
  private Path inbox = Path.of("");
  private Path state = Path.of("");

  @BeforeEach
  void folders(@TempDir Path folder) throws IOException {
    inbox = Files.createDirectory(folder.resolve("inbox"));
    state = folder.resolve("state/looks.properties");
  }

  @Test
  void leavesAnUploadAloneAsLongAsItGrows() throws IOException {
    Doorkeeper doorkeeper = doorkeeper();
    Path upload = inbox.resolve("a.zip");
    for (int look = 0; look < 5; look++) {
      Files.writeString(upload, "x".repeat(100 * (look + 1)));
      clock.pass(Duration.ofSeconds(2));
      doorkeeper.claimStill(inbox.toString());
      assertThat(claims()).isEmpty();
    }
    rest(doorkeeper);
    assertThat(claims()).hasSize(1);
    assertThat(upload).doesNotExist();
  }

  @Test
  void looksAfterTwoFoldersInTurn(@TempDir Path other) throws IOException {
    Doorkeeper doorkeeper = doorkeeper();
    Files.writeString(inbox.resolve("a.csv"), "x");
    Files.writeString(other.resolve("b.csv"), "y");
    for (int look = 0; look < 3; look++) {
      doorkeeper.claimStill(inbox.toString());
      doorkeeper.claimStill(other.toString());
      clock.pass(QUIET);
    }
    assertThat(inbox.resolve("a.csv")).doesNotExist();
    assertThat(other.resolve("b.csv")).doesNotExist();
  }

  @Test
  void takesAFileAtOnceWhenItLosesItsUnfinishedSuffix() throws IOException {
    Doorkeeper doorkeeper = doorkeeper();
    Path part = Files.writeString(inbox.resolve("a.csv.part"), "姓名", StandardCharsets.UTF_8);
    doorkeeper.claimStill(inbox.toString());
    assertThat(claims()).isEmpty();
    Files.move(part, inbox.resolve("a.csv"));
    doorkeeper.claimStill(inbox.toString());
    assertThat(claims()).singleElement().extracting(Claim::name).isEqualTo("a.csv");
  }

  @Test
  void waitsWithPatienceForAZipThatHasNoEndYet() throws IOException {
    Doorkeeper doorkeeper = doorkeeper();
    Files.write(inbox.resolve("paused.zip"), new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0});
    doorkeeper.claimStill(inbox.toString());
    rest(doorkeeper);
    assertThat(claims()).isEmpty();
    clock.pass(Duration.ofMinutes(3));
    doorkeeper.claimStill(inbox.toString());
    assertThat(claims()).hasSize(1);
  }

  @Test
  void knowsTheUnitByItsFolder() throws IOException {
    Path own = Files.createDirectory(inbox.resolve(CITY.code().value()));
    Files.writeString(own.resolve("a.csv"), "x");
    Doorkeeper doorkeeper = doorkeeper();
    doorkeeper.claimStill(inbox.toString());
    rest(doorkeeper);
    assertThat(claims())
        .singleElement()
        .satisfies(
            claim -> {
              assertThat(claim.folderUnit()).contains(CITY.code().value());
              assertThat(claim.name()).isEqualTo("a.csv");
            });
    assertThat(own).exists();
  }

  @Test
  void takesAFolderPackageAsOneWholeAndGivesEveryByteOfIt() throws IOException {
    Path tree = Files.createDirectories(inbox.resolve("batch/01"));
    Files.writeString(tree.resolve("form.pdf"), "p".repeat(1000));
    Files.writeString(inbox.resolve("batch/list.csv"), "l");
    Doorkeeper doorkeeper = doorkeeper();
    doorkeeper.claimStill(inbox.toString());
    rest(doorkeeper);
    Claim claim = claims().get(0);
    ClaimShelf shelf = new ClaimShelf(json, i -> i);
    Path place = inbox.resolve(ClaimShelf.FOLDER);
    byte[] once = shelf.open(place, claim).readAllBytes();
    assertThat(once).isEqualTo(shelf.open(place, claim).readAllBytes());
    assertThat(names(once)).containsExactly("01/form.pdf", "list.csv");
    shelf.release(place, claim);
    assertThat(place.resolve(claim.id() + ".data")).doesNotExist();
  }

  @Test
  void readsANameOfGbkBytesWhateverTheLocale() throws IOException {
    byte[] gbk = "张三.zip".getBytes(Charset.forName("GBK"));
    StringBuilder uri = new StringBuilder(inbox.toUri().toString());
    for (byte b : gbk) {
      uri.append(String.format("%%%02X", b));
    }
    Files.writeString(Path.of(URI.create(uri.toString())), "x");
    Doorkeeper doorkeeper = doorkeeper();
    doorkeeper.claimStill(inbox.toString());
    rest(doorkeeper);
    assertThat(claims()).singleElement().extracting(Claim::name).isEqualTo("张三.zip");
  }

  @Test
  void passesOverLinksAndWhatSystemsLeaveBehind(@TempDir Path outside) throws IOException {
    Path secret = Files.writeString(outside.resolve("secret"), "x");
    Files.createSymbolicLink(inbox.resolve("link.zip"), secret);
    Files.writeString(inbox.resolve("Thumbs.db"), "x");
    Files.writeString(inbox.resolve("~$list.xlsx"), "x");
    Files.writeString(inbox.resolve("good.csv"), "x");
    Doorkeeper doorkeeper = doorkeeper();
    doorkeeper.claimStill(inbox.toString());
    rest(doorkeeper);
    assertThat(claims()).singleElement().extracting(Claim::name).isEqualTo("good.csv");
    assertThat(inbox.resolve("link.zip")).isSymbolicLink();
    assertThat(doorkeeper.waiting()).hasSize(1);
  }

  @Test
  void boundsTheArrivalByTheLastLookThatDidNotSeeIt() throws IOException {
    Doorkeeper doorkeeper = doorkeeper();
    doorkeeper.claimStill(inbox.toString());
    Instant emptyLook = clock.instant();
    clock.pass(Duration.ofSeconds(10));
    Files.writeString(inbox.resolve("a.csv"), "x");
    doorkeeper.claimStill(inbox.toString());
    Instant firstSeen = clock.instant();
    rest(doorkeeper);
    var received = claims().get(0).received();
    // the kernel stamps files with a coarse clock, some milliseconds behind
    assertThat(received.interval().earliest()).isBetween(emptyLook.minusMillis(50), firstSeen);
    assertThat(received.interval().latest()).isBeforeOrEqualTo(firstSeen);
    assertThat(received.trust()).isIn(TrustClass.A, TrustClass.B);
  }

  @Test
  void finishesAClaimThatACrashInterrupted() throws IOException {
    Files.writeString(inbox.resolve("a.csv"), "x");
    Doorkeeper doorkeeper = doorkeeper();
    doorkeeper.claimStill(inbox.toString());
    rest(doorkeeper);
    Path shelf = inbox.resolve(ClaimShelf.FOLDER);
    String id = claims().get(0).id();
    Files.move(shelf.resolve(id + ".json"), shelf.resolve(id + ".making"));
    doorkeeper().claimStill(inbox.toString());
    assertThat(claims()).singleElement().extracting(Claim::id).isEqualTo(id);
  }

  private void rest(Doorkeeper doorkeeper) throws IOException {
    clock.pass(QUIET.plusSeconds(1));
    doorkeeper.claimStill(inbox.toString());
  }

  private Doorkeeper doorkeeper() throws IOException {
    return new Doorkeeper(
        new OneUnit(),
        new ClaimShelf(json, i -> i),
        new LookTimes(state),
        clock,
        QUIET,
        Duration.ofMinutes(2));
  }

  private List<Claim> claims() throws IOException {
    List<Claim> claims = new ArrayList<>();
    Path shelf = inbox.resolve(ClaimShelf.FOLDER);
    if (Files.exists(shelf)) {
      try (var sidecars = Files.newDirectoryStream(shelf, "*.json")) {
        for (Path sidecar : sidecars) {
          claims.add(json.readValue(sidecar.toFile(), Claim.class));
        }
      }
    }
    return claims;
  }

  private static List<String> names(byte[] tar) throws IOException {
    List<String> names = new ArrayList<>();
    try (var in = new TarArchiveInputStream(new ByteArrayInputStream(tar))) {
      for (TarArchiveEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
        names.add(e.getName());
      }
    }
    return names;
  }

  private static final class OneUnit implements Units {
    @Override
    public Optional<Unit> find(UnitCode code) {
      return Optional.of(CITY).filter(unit -> unit.code().equals(code));
    }

    @Override
    public Optional<Unit> match(String words) {
      return Optional.of(CITY)
          .filter(unit -> unit.code().value().equals(words) || unit.name().equals(words));
    }

    @Override
    public List<Unit> all() {
      return List.of(CITY);
    }
  }

  /**
   * Starts at the machine's time, since change times of files are the machine's, and moves only
   * when told.
   */
  private static final class SteppingClock extends Clock {
    private Instant now = Clock.systemUTC().instant();

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
