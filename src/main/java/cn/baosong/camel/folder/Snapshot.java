package cn.baosong.camel.folder;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How an entry looked at one moment; two equal snapshots mean that nothing was written between.
 *
 * @param files regular files in it, sorted by the bytes of their paths
 * @param fingerprint sizes and modification times of them all
 * @param changed the latest change time (ctime), which a sender cannot set
 * @param born creation time of the entry where the system knows it
 * @param skipped names of links and special files
 */
record Snapshot(
    List<Path> files, String fingerprint, Instant changed, Instant born, List<String> skipped) {
  /**
   * Files of one entry that are looked at; what lies beyond is refused when the package is opened.
   */
  private static final int MOST_FILES = 100_000;

  static Snapshot of(Path entry) throws IOException {
    Walk walk = new Walk();
    Files.walkFileTree(entry, Set.of(), 256, walk);
    walk.files.sort(null);
    BasicFileAttributes top =
        Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    return new Snapshot(
        List.copyOf(walk.files),
        Integer.toHexString(walk.print.toString().hashCode()) + ":" + walk.print.length(),
        walk.changed,
        top.creationTime().toInstant(),
        List.copyOf(walk.skipped));
  }

  private static final class Walk extends SimpleFileVisitor<Path> {
    private final List<Path> files = new ArrayList<>();
    private final List<String> skipped = new ArrayList<>();
    private final StringBuilder print = new StringBuilder();
    private Instant changed = Instant.EPOCH;

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
        throws IOException {
      note(folder);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      note(file);
      if (attributes.isRegularFile()) {
        files.add(file);
      } else {
        skipped.add(RawNames.decoded(file));
      }
      return files.size() < MOST_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
    }

    private void note(Path path) throws IOException {
      Map<String, Object> unix =
          Files.readAttributes(path, "unix:size,lastModifiedTime,ctime", LinkOption.NOFOLLOW_LINKS);
      print.append(path.toUri().getRawPath()).append(unix.get("size"));
      print.append(unix.get("lastModifiedTime")).append('\n');
      Instant ctime = instant(unix.get("ctime"));
      changed = ctime.isAfter(changed) ? ctime : changed;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
      if (failure instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw failure;
    }

    private static Instant instant(@Nullable Object time) {
      return time instanceof FileTime fileTime ? fileTime.toInstant() : Instant.EPOCH;
    }
  }
}
