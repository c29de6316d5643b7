package cn.baosong.camel.folder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How an entry looked at one moment, in memory that does not grow with it; two equal fingerprints
 * mean that nothing was written between.
 *
 * @param fingerprint digest of paths below the entry, sizes and modification times; the entry's own
 *     name is not in it, so that it survives a move
 * @param files regular files in it, leavings of systems aside
 * @param bytes that they hold
 * @param changed the latest change time (ctime), which a sender cannot set
 * @param born creation time of the entry
 * @param isBirthKnown whether the system knows it; Java gives the modification time otherwise,
 *     which a sender can set
 * @param skipped names of links and special files, the first {@value #MOST_NAMED} of them
 * @param excess why it is more than one package can be
 */
record Snapshot(
    String fingerprint,
    int files,
    long bytes,
    Instant changed,
    Instant born,
    boolean isBirthKnown,
    List<String> skipped,
    Optional<String> excess) {
  private static final int MOST_NAMED = 20;

  Snapshot {
    skipped = List.copyOf(skipped);
  }

  static Snapshot of(Path entry) throws IOException {
    return of(entry, () -> {});
  }

  /**
   * @param step is run with each thing on the way
   */
  static Snapshot of(Path entry, Runnable step) throws IOException {
    Print print = new Print(entry, step);
    Optional<String> excess = TreeWalk.over(entry, print);
    BasicFileAttributes top =
        Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    return new Snapshot(
        HexFormat.of().formatHex(print.digest.digest()),
        print.files,
        print.bytes,
        print.changed,
        top.creationTime().toInstant(),
        !top.creationTime().equals(top.lastModifiedTime()),
        print.skipped,
        excess);
  }

  /** The regular files below an entry, sorted, so that a folder is always read in one order. */
  static List<Path> filesOf(Path entry) throws IOException {
    List<Path> files = new ArrayList<>();
    TreeWalk.over(
        entry,
        new TreeWalk.Visitor() {
          @Override
          public void folder(Path folder) {}

          @Override
          public void file(Path file) {
            files.add(file);
          }

          @Override
          public void special(Path other) {}
        });
    files.sort(null);
    return files;
  }

  private static final class Print implements TreeWalk.Visitor {
    private final Path root;
    private final Runnable step;
    private final MessageDigest digest = sha256();
    private final List<String> skipped = new ArrayList<>();
    private int files;
    private long bytes;
    private Instant changed = Instant.EPOCH;

    Print(Path root, Runnable step) {
      this.root = root;
      this.step = step;
    }

    /** A folder's own times change when it is claimed and let go; its files tell of any writing. */
    @Override
    public void folder(Path folder) throws IOException {
      note(folder, false);
    }

    @Override
    public void file(Path file) throws IOException {
      files += EntryNames.isJunk(RawNames.decoded(file)) ? 0 : 1;
      note(file, true);
    }

    @Override
    public void special(Path other) throws IOException {
      note(other, false);
      if (skipped.size() < MOST_NAMED) {
        skipped.add(RawNames.shown(other));
      }
    }

    private void note(Path path, boolean file) throws IOException {
      step.run();
      Map<String, Object> unix;
      try {
        unix =
            Files.readAttributes(
                path, "unix:size,lastModifiedTime,ctime", LinkOption.NOFOLLOW_LINKS);
      } catch (NoSuchFileException gone) {
        return;
      }
      String where = path.toUri().getRawPath().substring(root.toUri().getRawPath().length());
      String said = file ? unix.get("size") + " " + unix.get("lastModifiedTime") : "";
      digest.update((where + '\n' + said + '\n').getBytes(StandardCharsets.UTF_8));
      bytes += file && unix.get("size") instanceof Long size ? size : 0;
      Instant ctime = instant(unix.get("ctime"));
      changed = ctime.isAfter(changed) ? ctime : changed;
    }

    private static Instant instant(@Nullable Object time) {
      return time instanceof FileTime fileTime ? fileTime.toInstant() : Instant.EPOCH;
    }

    private static MessageDigest sha256() {
      try {
        return MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java platform has SHA-256", e);
      }
    }
  }
}
