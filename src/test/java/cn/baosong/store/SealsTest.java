package cn.baosong.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.baosong.core.submission.Digest;
import cn.baosong.core.submission.SealReason;
import cn.baosong.desk.Sealing;
import cn.baosong.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealsTest {
  private static final byte[] SECRET = "of nobody's concern".getBytes(StandardCharsets.UTF_8);

  @TempDir Path home;

  private FileArchive archive(Disk disk) throws IOException {
    return new FileArchive(home, Json.mapper(), disk);
  }

  private static Digest kept(FileArchive archive) throws IOException {
    return archive.keep(new ByteArrayInputStream(SECRET)).digest();
  }

  private static Sealing order(Digest digest) {
    return new Sealing(
        digest, SealReason.CLASSIFIED_MARKING, "", Instant.parse("2020-04-01T02:00:00Z"));
  }

  private List<Path> copies() throws IOException {
    List<Path> copies = new ArrayList<>();
    try (Stream<Path> all = Files.walk(home)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        if (Files.size(file) == SECRET.length) {
          copies.add(home.relativize(file));
        }
      }
    }
    return copies;
  }

  @Test
  void movesTheOneCopyToWhereOnlyItsHolderMayLook() throws IOException {
    FileArchive archive = archive(new Disk());
    Digest digest = kept(archive);
    Object inode = Files.getAttribute(archive.original(digest), "unix:ino");
    archive.seal(order(digest));
    Path sealed = home.resolve("sealed").resolve(digest.hex());
    assertThat(copies()).containsExactly(home.relativize(sealed));
    assertThat(Files.getAttribute(sealed, "unix:ino")).as("moved, not copied").isEqualTo(inode);
    assertThat(mode(sealed)).isEqualTo("r--------");
    assertThat(mode(home.resolve("sealed"))).isEqualTo("rwx------");
    assertThat(archive.sealing(digest)).contains(order(digest));
    assertThat(archive.sealed()).containsExactly(order(digest));
  }

  @Test
  void forcesTheNamesOnBothSidesOfTheMove() throws IOException {
    List<Path> forced = new ArrayList<>();
    Disk disk =
        new Disk() {
          @Override
          void forceNames(Path directory) throws IOException {
            super.forceNames(directory);
            forced.add(home.relativize(directory));
          }
        };
    FileArchive archive = archive(disk);
    Digest digest = kept(archive);
    forced.clear();
    archive.seal(order(digest));
    Path from = home.relativize(archive.original(digest)).getParent();
    assertThat(forced).endsWith(Path.of("sealed"), from, Path.of("sealed"), from);
  }

  @Test
  void storesEqualBytesThatComeAgainNowhereElse() throws IOException {
    FileArchive archive = archive(new Disk());
    Digest digest = kept(archive);
    archive.seal(order(digest));
    assertThat(kept(archive)).isEqualTo(digest);
    assertThat(copies()).hasSize(1).first().asString().startsWith("sealed");
    Files.delete(home.resolve("sealed").resolve(digest.hex()));
    assertThat(kept(archive)).as("after its holder took the first away").isEqualTo(digest);
    assertThat(copies()).hasSize(1).first().asString().startsWith("sealed");
  }

  @Test
  void changesNothingWhenItIsSealedAgain() throws IOException {
    FileArchive archive = archive(new Disk());
    Digest digest = kept(archive);
    archive.seal(order(digest));
    archive.seal(new Sealing(digest, SealReason.MALWARE_FOUND, "later", Instant.EPOCH));
    assertThat(archive.sealed()).containsExactly(order(digest));
  }

  @Test
  void completesAtTheNextStartWhatACrashCutShortAtAnyStep() throws IOException {
    boolean cut = true;
    for (int step = 1; cut; step++) {
      Digest digest = kept(archive(new Disk()));
      cut = isCutAt(step, digest);
      FileArchive restarted = archive(new Disk());
      if (restarted.sealing(digest).isPresent()) {
        assertThat(copies()).as("cut at step %d", step).containsExactly(sealed(digest));
        assertThat(Seals.tombstone(restarted.original(digest))).exists();
      } else {
        assertThat(restarted.original(digest)).as("cut at step %d", step).exists();
      }
      assertThat(restarted.sealing(digest).isPresent()).isEqualTo(step > 3);
      restarted.seal(order(digest));
      assertThat(copies()).containsExactly(sealed(digest));
      clear();
    }
  }

  private boolean isCutAt(int step, Digest digest) throws IOException {
    FileArchive archive = archive(new Disk());
    FileArchive dying = archive(new DyingDisk());
    assertThat(archive.original(digest)).exists();
    DyingDisk.left = step;
    try {
      dying.seal(order(digest));
      return false;
    } catch (IOException crash) {
      return true;
    } finally {
      DyingDisk.left = Integer.MAX_VALUE;
    }
  }

  /** Ends at a step. */
  private static final class DyingDisk extends Disk {
    static int left = Integer.MAX_VALUE;

    private static void step() throws IOException {
      if (--left == 0) {
        throw new IOException("the process ends here");
      }
    }

    @Override
    void ownerOnly(Path path, String permissions) throws IOException {
      step();
      super.ownerOnly(path, permissions);
    }

    @Override
    void settle(Path temporary, Path target) throws IOException {
      step();
      super.settle(temporary, target);
      step();
    }

    @Override
    void forceNames(Path directory) throws IOException {
      super.forceNames(directory);
    }
  }

  @Test
  void sealsNothingWhoseOrderIsNotOnDisk() throws IOException {
    FileArchive archive =
        archive(
            new Disk() {
              @Override
              void settle(Path temporary, Path target) throws IOException {
                if (target.startsWith(home.resolve("sealed"))) {
                  throw new IOException("No space left on device");
                }
                super.settle(temporary, target);
              }
            });
    Digest digest = kept(archive);
    assertThatThrownBy(() -> archive.seal(order(digest))).isInstanceOf(IOException.class);
    assertThat(archive.original(digest)).exists();
    assertThat(archive.sealing(digest)).isEmpty();
  }

  private Path sealed(Digest digest) {
    return Path.of("sealed", digest.hex());
  }

  private void clear() throws IOException {
    try (Stream<Path> all = Files.walk(home)) {
      for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
        if (!path.equals(home)) {
          Files.delete(path);
        }
      }
    }
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
