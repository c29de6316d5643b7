package cn.baosong.camel.folder;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.submission.Receipt;
import cn.baosong.core.submission.TrustClass;
import cn.baosong.desk.Reconciliation;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoorkeeperTest extends WatchedFolder {
  @Test
  void leavesAnUploadAloneAsLongAsItGrows() throws IOException {
    Doorkeeper doorkeeper = doorkeeper();
    Path upload = inbox.resolve("a.zip");
    for (int look = 0; look < 5; look++) {
      Files.writeString(upload, "x".repeat(100 * (look + 1)));
      clock.move(Duration.ofSeconds(2));
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
      clock.move(QUIET);
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
  void takesNothingAtOnceForLyingWhereAnotherUploadLay() throws IOException {
    Doorkeeper doorkeeper = doorkeeper();
    Path part = Files.writeString(inbox.resolve("a.csv.part"), "x");
    doorkeeper.claimStill(inbox.toString());
    Files.move(part, inbox.resolve("b.csv"));
    doorkeeper.claimStill(inbox.toString());
    assertThat(claims()).isEmpty();
    rest(doorkeeper);
    assertThat(claims()).hasSize(1);
  }

  @Test
  void writesANameWithAMarkOfSecrecyNowhere() throws IOException {
    byte[] marked = "情况（机密★5年）.csv".getBytes(StandardCharsets.UTF_8);
    Files.writeString(named(marked), "x");
    Doorkeeper doorkeeper = doorkeeper();
    doorkeeper.claimStill(inbox.toString());
    assertThat(waiting(doorkeeper))
        .extracting(Reconciliation.Item::name)
        .containsExactly(Receipt.NAME_WITHHELD);
    rest(doorkeeper);
    assertThat(claims())
        .singleElement()
        .satisfies(
            claim -> {
              assertThat(claim.name()).isEqualTo(Receipt.NAME_WITHHELD);
              assertThat(claim.rawName()).isEmpty();
            });
  }

  @Test
  void waitsWithPatienceForAZipThatHasNoEndYet() throws IOException {
    Doorkeeper doorkeeper = doorkeeper();
    Files.write(inbox.resolve("paused.zip"), new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0});
    doorkeeper.claimStill(inbox.toString());
    rest(doorkeeper);
    assertThat(claims()).isEmpty();
    clock.move(Duration.ofMinutes(3));
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
    ClaimShelf shelf = new ClaimShelf(json, i -> i, clock);
    Path place = inbox.resolve(ClaimShelf.FOLDER);
    byte[] once = shelf.open(place, claim).readAllBytes();
    assertThat(once).isEqualTo(shelf.open(place, claim).readAllBytes());
    assertThat(names(once)).containsExactly("01/form.pdf", "list.csv");
    shelf.release(place, claim, shelf.print(place, claim));
    assertThat(place.resolve(claim.id() + ".data")).doesNotExist();
  }

  @Test
  void readsANameOfGbkBytesWhateverTheLocale() throws IOException {
    byte[] gbk = "张三.zip".getBytes(Charset.forName("GBK"));
    Files.writeString(named(gbk), "x");
    Doorkeeper doorkeeper = doorkeeper();
    doorkeeper.claimStill(inbox.toString());
    rest(doorkeeper);
    assertThat(claims())
        .singleElement()
        .satisfies(
            claim -> {
              assertThat(claim.name()).isEqualTo("张三.zip");
              assertThat(claim.rawName()).isEqualTo(HexFormat.of().formatHex(gbk));
            });
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
    assertThat(waiting(doorkeeper)).hasSize(1);
  }

  @Test
  void boundsTheArrivalByTheLastLookThatDidNotSeeIt() throws IOException {
    Doorkeeper doorkeeper = doorkeeper();
    doorkeeper.claimStill(inbox.toString());
    Instant emptyLook = clock.instant();
    clock.move(Duration.ofSeconds(10));
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
}
