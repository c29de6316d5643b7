package cn.baosong.reader.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.CRC32;

/**
 * One file on its way into the working directory: hashed, counted against the budget, and dropped
 * again unless it was kept before it is closed.
 */
final class Intake implements AutoCloseable {
  private final Path file;
  private final String entry;
  private final long packed;
  private final Budget budget;
  private final OutputStream out;
  private final MessageDigest sha256 = Sha256.fresh();
  private final CRC32 crc = new CRC32();
  private long size;
  private boolean kept;

  /**
   * @param packed what the bytes weigh in the archive; {@link Long#MAX_VALUE} where only the whole
   *     archive has a weight
   */
  Intake(Path file, String entry, long packed, Budget budget) {
    this.file = file;
    this.entry = entry;
    this.packed = packed;
    this.budget = budget;
    this.out = create(file);
  }

  void take(byte[] bytes, int from, int length) throws Refusal {
    budget.bytes(length);
    size += length;
    if (budget.limits().isBomb(size, packed)) {
      throw Refusal.bomb(entry);
    }
    sha256.update(bytes, from, length);
    crc.update(bytes, from, length);
    try {
      out.write(bytes, from, length);
    } catch (IOException e) {
      throw new DiskFailure(e);
    }
  }

  Workspace.Stored kept() {
    kept = true;
    return new Workspace.Stored(
        file, size, HexFormat.of().formatHex(sha256.digest()), crc.getValue());
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw new DiskFailure(e);
    } finally {
      if (!kept) {
        Workspace.drop(file);
      }
    }
  }

  private static OutputStream create(Path file) {
    try {
      return Files.newOutputStream(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new DiskFailure(e);
    }
  }
}
