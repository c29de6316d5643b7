package cn.baosong.reader.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Keeps extracted content under names of our own ({@code 000001} …), so that no name of a sender
 * ever reaches the file system.
 *
 * <p>Errors of the source are {@link IOException}s, the sender's fault; errors of our own disk are
 * {@link DiskFailure}s and never blamed on the sender.
 */
final class Workspace {
  private static final int CHUNK = 1 << 16;

  private final Path directory;
  private final Budget budget;
  private final byte[] chunk = new byte[CHUNK];
  private int last;

  Workspace(Path directory, Budget budget) {
    this.directory = directory;
    this.budget = budget;
  }

  /** One file kept. */
  record Stored(Path file, long size, String sha256, long crc) {}

  /** Opens the next file; {@code packed} as in {@link Intake}. */
  Intake intake(String entry, long packed) {
    return new Intake(numbered(++last), entry, packed, budget);
  }

  /** Copies to the end of the source; {@code packed} as in {@link Intake}. */
  Stored keep(String entry, InputStream source, long packed) throws IOException, Refusal {
    try (Intake intake = intake(entry, packed)) {
      for (int n = source.read(chunk); n >= 0; n = source.read(chunk)) {
        intake.take(chunk, 0, n);
      }
      return intake.kept();
    }
  }

  /** Number of the last file kept, to come back to with {@link #dropSince}. */
  int mark() {
    return last;
  }

  void dropSince(int mark) {
    for (int i = mark + 1; i <= last; i++) {
      drop(numbered(i));
    }
  }

  static void drop(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new DiskFailure(e);
    }
  }

  private Path numbered(int number) {
    return directory.resolve(String.format(Locale.ROOT, "%06d", number));
  }
}
