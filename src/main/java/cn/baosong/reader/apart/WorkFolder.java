package cn.baosong.reader.apart;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** Where readers unpack; what one that was ended has left there is deleted. */
final class WorkFolder {
  private static final Logger LOG = LoggerFactory.getLogger(WorkFolder.class);

  private final Path root;

  /** Takes over a folder, which nobody else uses, and empties it. */
  WorkFolder(Path root) throws IOException {
    this.root = root.toAbsolutePath();
    Files.createDirectories(root);
    List<Path> left;
    try (Stream<Path> found = Files.list(root)) {
      left = found.toList();
    }
    for (Path one : left) {
      FileSystemUtils.deleteRecursively(one);
    }
  }

  Path place() throws IOException {
    Files.createDirectories(root);
    return Files.createTempDirectory(root, "reader-");
  }

  /** A name that nothing has yet. */
  Path target() {
    return root.resolve("taken-" + UUID.randomUUID());
  }

  /** Deletes what can be deleted; the rest goes at the next start. */
  static void delete(Path place) {
    try {
      FileSystemUtils.deleteRecursively(place);
    } catch (IOException later) {
      LOG.warn("{} is not deleted", place, later);
    }
  }

  /** What lies there by now, as far as it can be seen while another process works in it. */
  static long bytes(Path place) {
    long[] sum = {0};
    try {
      Files.walkFileTree(
          place,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes facts) {
              sum[0] += 1 + facts.size();
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException gone) {
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException unseen) {
      return sum[0];
    }
    return sum[0];
  }
}
