package cn.baosong.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.baosong.core.submission.Receipt;
import cn.baosong.desk.Archive;
import cn.baosong.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileArchiveTest {
  @TempDir Path home;

  private static InputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private FileArchive archive(Disk disk) throws IOException {
    return new FileArchive(home, Json.mapper(), disk);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(home)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  private static Receipt receiptFor(Archive.Stored stored, String id) {
    Receipt sample = Samples.receipt(id, 1);
    return new Receipt(
        id,
        sample.channel(),
        sample.nativeId(),
        sample.name(),
        stored.digest(),
        stored.bytes(),
        sample.folderUnit(),
        sample.sent(),
        sample.received(),
        sample.registered());
  }

  @Test
  void keepsBytesUnderTheirDigestAsTheyCame() throws IOException {
    FileArchive archive = archive(new Disk());
    Archive.Stored stored = archive.keep(bytes("abc"));
    assertThat(stored.digest().hex())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assertThat(stored.bytes()).isEqualTo(3);
    assertThat(archive.original(stored.digest())).hasContent("abc");
    assertThat(home.relativize(archive.original(stored.digest())))
        .isEqualTo(Path.of("archive/ba", stored.digest().hex()));
  }

  @Test
  void keepsTheFirstCopyOfEqualBytesAndNothingBesides() throws IOException {
    FileArchive archive = archive(new Disk());
    Archive.Stored first = archive.keep(bytes("abc"));
    Object inode = Files.getAttribute(archive.original(first.digest()), "unix:ino");
    assertThat(archive.keep(bytes("abc"))).isEqualTo(first);
    assertThat(Files.getAttribute(archive.original(first.digest()), "unix:ino")).isEqualTo(inode);
    assertThat(files()).hasSize(1);
  }

  @Test
  void forcesTheBytesOfBothThenTheirNamesBeforeItAnswers() throws IOException {
    List<String> forced = new ArrayList<>();
    Disk disk =
        new Disk() {
          @Override
          void force(FileChannel file) throws IOException {
            super.force(file);
            forced.add("bytes " + file.size());
          }

          @Override
          void forceNames(Path directory) throws IOException {
            super.forceNames(directory);
            forced.add(directory.equals(home) ? "home" : home.relativize(directory).toString());
          }
        };
    FileArchive archive = archive(disk);
    assertThat(forced).containsExactly("home", "archive");
    forced.clear();
    Archive.Stored stored = archive.keep(bytes("abc"));
    assertThat(forced).containsExactly("bytes 3", "archive");
    forced.clear();
    archive.keepEvidence(receiptFor(stored, "r1"));
    assertThat(forced).hasSize(2).last().isEqualTo("archive/ba");
    forced.clear();
    archive.keepEvidence(receiptFor(archive.keep(bytes("abc")), "r2"));
    assertThat(forced).hasSize(3).last().isEqualTo("archive/ba");
    archive.keepEvidence(receiptFor(stored, "r2"));
    assertThat(forced).hasSize(4).last().isEqualTo("archive/ba");
  }

  @Test
  void laysTheEvidenceOfEachArrivalBesideTheBytesOnce() throws IOException {
    FileArchive archive = archive(new Disk());
    Archive.Stored stored = archive.keep(bytes("abc"));
    archive.keepEvidence(receiptFor(stored, "r1"));
    archive.keepEvidence(receiptFor(stored, "r2"));
    archive.keepEvidence(receiptFor(stored, "r1"));
    Path sidecar = archive.original(stored.digest()).resolveSibling(stored.digest() + ".r1.json");
    assertThat(Json.mapper().readValue(sidecar.toFile(), Receipt.class))
        .isEqualTo(receiptFor(stored, "r1"));
    assertThat(files()).hasSize(3);
  }

  @Test
  void refusesAReceiptIdThatWouldLeaveItsFolder() throws IOException {
    FileArchive archive = archive(new Disk());
    Archive.Stored stored = archive.keep(bytes("abc"));
    assertThatThrownBy(() -> archive.keepEvidence(receiptFor(stored, "../../evil")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void leavesNoHalfFileWhenTheDiskIsFull() throws IOException {
    Disk full =
        new Disk() {
          @Override
          void writeAll(FileChannel file, java.nio.ByteBuffer bytes) throws IOException {
            bytes.limit(1);
            super.writeAll(file, bytes);
            throw new IOException("No space left on device");
          }
        };
    FileArchive archive = archive(full);
    assertThatThrownBy(() -> archive.keep(bytes("abc"))).isInstanceOf(IOException.class);
    assertThat(files()).isEmpty();
  }

  @Test
  void neverCallsBytesStoredThatTheDiskDidNotConfirm() throws IOException {
    Disk failing =
        new Disk() {
          @Override
          void force(FileChannel file) throws IOException {
            throw new IOException("the disk does not confirm");
          }
        };
    FileArchive archive = archive(failing);
    assertThatThrownBy(() -> archive.keep(bytes("abc"))).isInstanceOf(IOException.class);
    assertThat(files()).isEmpty();
  }

  @Test
  void clearsAtTheStartWhatACrashLeftUnfinished() throws IOException {
    Path left = Files.createDirectories(home.resolve("archive/tmp")).resolve("x.part");
    Files.writeString(left, "half");
    FileArchive archive = archive(new Disk());
    assertThat(left).doesNotExist();
    assertThat(archive.keep(bytes("abc")).bytes()).isEqualTo(3);
  }

  @Test
  void writesBytesAnewWhoseFirstWriteTheDiskDidNotConfirm() throws IOException {
    List<String> forced = new ArrayList<>();
    Disk failingOnce =
        new Disk() {
          @Override
          void force(FileChannel file) throws IOException {
            if (file.size() == 3) {
              forced.add(partUnderWay());
              if (forced.size() == 1) {
                throw new IOException("Input/output error");
              }
            }
            super.force(file);
          }
        };
    FileArchive archive = archive(failingOnce);
    assertThatThrownBy(() -> archive.keep(bytes("abc"))).hasMessage("Input/output error");
    assertThat(files()).isEmpty();
    Archive.Stored stored = archive.keep(bytes("abc"));
    assertThat(archive.original(stored.digest())).hasContent("abc");
    assertThat(forced).hasSize(2).doesNotHaveDuplicates();
  }

  private String partUnderWay() throws IOException {
    return files().get(0).getFileName().toString();
  }
}
