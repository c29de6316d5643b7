package cn.baosong.reader.apart;

import cn.baosong.reader.archive.ArchiveOpener;
import cn.baosong.reader.archive.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.util.FileSystemUtils;

/** Takes one file out of a package, in the reader. */
final class OneFile {
  private OneFile() {}

  static void take(Question question, Question.Wanted wanted, ArchiveOpener opener)
      throws IOException {
    Path place = Files.createDirectories(Path.of(question.setup().place()));
    Path directory = Files.createTempDirectory(place, "take-");
    try {
      Optional<Entry> found =
          opener.open(question.paths(), question.name(), directory).entries().stream()
              .filter(entry -> entry.sha256().equals(wanted.sha256()))
              .findFirst();
      if (found.isPresent()) {
        Files.move(found.get().extracted(), Path.of(wanted.target()));
      }
    } finally {
      FileSystemUtils.deleteRecursively(directory);
    }
  }
}
