package cn.baosong.reader.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** What the tests of opening share: a directory, and words for what came out. */
abstract class OpeningTest {
  @TempDir Path temp;

  OpenedArchive open(RawZip zip) {
    return open(zip.bytes(), "package.zip");
  }

  OpenedArchive open(RawTar tar) {
    return open(tar.bytes(), "package.tar");
  }

  OpenedArchive open(byte[] blob, String name) {
    return open(blob, name, ArchiveLimits.safe());
  }

  OpenedArchive open(byte[] blob, String name, ArchiveLimits limits) {
    try {
      Path work = Files.createTempDirectory(temp, "work");
      return new ArchiveOpener(limits).open(RawZip.write(temp, blob), name, work);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> paths(OpenedArchive opened) {
    return opened.entries().stream().map(Entry::path).toList();
  }

  static List<Defect.Kind> kinds(OpenedArchive opened) {
    return opened.defects().stream().map(Defect::kind).toList();
  }

  static String content(OpenedArchive opened, String path) {
    try {
      return Files.readString(opened.entry(path).orElseThrow().extracted(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  long filesLeft() throws IOException {
    try (var files = Files.walk(temp)) {
      return files.filter(f -> f.getFileName().toString().matches("\\d{6}")).count();
    }
  }
}
