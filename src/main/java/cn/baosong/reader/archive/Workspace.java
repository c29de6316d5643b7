package cn.baosong.reader.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.zip.CRC32;

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

  /**
   * Copies to the end of the source.
   *
   * @param packed what the bytes weigh in the archive; {@link Long#MAX_VALUE} where only the whole
   *     archive has a weight
   */
  Stored keep(String entry, InputStream source, long packed) throws IOException, Refusal {
    Path file = numbered(++last);
    boolean whole = false;
    try (OutputStream out = create(file)) {
      MessageDigest sha256 = Sha256.fresh();
      CRC32 crc = new CRC32();
      long size = 0;
      for (int n = source.read(chunk); n >= 0; n = source.read(chunk)) {
        budget.bytes(n);
        size += n;
        if (budget.limits().isBomb(size, packed)) {
          throw Refusal.bomb(entry);
        }
        sha256.update(chunk, 0, n);
        crc.update(chunk, 0, n);
        write(out, n);
      }
      whole = true;
      return new Stored(file, size, HexFormat.of().formatHex(sha256.digest()), crc.getValue());
    } finally {
      if (!whole) {
        drop(file);
      }
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

  private static OutputStream create(Path file) {
    try {
      return Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new DiskFailure(e);
    }
  }

  private void write(OutputStream out, int length) {
    try {
      out.write(chunk, 0, length);
    } catch (IOException e) {
      throw new DiskFailure(e);
    }
  }
}
