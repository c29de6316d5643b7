package cn.baosong.reader.archive;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;

/**
 * A first look at the central directory (APPNOTE.TXT 4.3), before the library loads it: it keeps
 * every header in memory and believes no count, so that a directory of gigabytes would end us.
 *
 * @param start offset of the first central header
 * @param count central headers that are really there
 */
record ZipDirectory(long start, int count) {
  private static final int END = 22;
  private static final int END_MAGIC = 0x06054b50;
  private static final int LOCATOR_MAGIC = 0x07064b50;
  private static final int END64_MAGIC = 0x06064b50;
  private static final int HEADER = 46;
  private static final int HEADER_MAGIC = 0x02014b50;

  /** Ordinary headers with a name and extra fields weigh 100 to 300 bytes. */
  private static final long BYTES_PER_ENTRY = 1024;

  private static final long BYTES_FREE = 1 << 20;

  static ZipDirectory locate(BlobChannel zip, String name, ArchiveLimits limits)
      throws IOException, Refusal {
    long end = endOfDirectory(zip, name);
    ByteBuffer record = little(zip.peek(end, END));
    Span span = zip64(zip, name, end).orElse32(record, end);
    if (span.split) {
      throw Foreign.volume(name);
    }
    if (span.start < 0 || span.size < 0 || span.start + span.size != span.end) {
      throw damaged(name);
    }
    if (span.size > limits.maxEntries() * BYTES_PER_ENTRY + BYTES_FREE) {
      throw Budget.tooMany(name, limits);
    }
    return new ZipDirectory(span.start, countHeaders(zip, span, name, limits));
  }

  static Refusal damaged(String name) {
    return Refusal.broken(
        name,
        "不完整、已损坏或为分卷压缩包的一部分，请重新压缩后报送",
        "is truncated, damaged or one volume of several; pack and send it again");
  }

  private record Span(long start, long size, long end, boolean split) {
    private static final Span NONE = new Span(-1, -1, -1, false);

    Span orElse32(ByteBuffer record, long end) {
      if (this != NONE) {
        return this;
      }
      boolean split = record.getShort(4) != 0 || record.getShort(6) != 0;
      return new Span(unsigned(record, 16), unsigned(record, 12), end, split);
    }
  }

  private static Span zip64(BlobChannel zip, String name, long end) throws Refusal {
    if (end < 20) {
      return Span.NONE;
    }
    ByteBuffer locator = little(zip.peek(end - 20, 20));
    if (locator.getInt(0) != LOCATOR_MAGIC) {
      return Span.NONE;
    }
    long at = locator.getLong(8);
    if (at < 0 || at > end - 20 - 56) {
      throw damaged(name);
    }
    ByteBuffer record = little(zip.peek(at, 56));
    if (record.getInt(0) != END64_MAGIC) {
      throw damaged(name);
    }
    boolean split = record.getInt(16) != 0 || record.getInt(20) != 0 || locator.getInt(16) > 1;
    return new Span(record.getLong(48), record.getLong(40), at, split);
  }

  /** The last end record, searched backwards over the longest comment, as the library does. */
  private static long endOfDirectory(BlobChannel zip, String name) throws Refusal {
    long size = zip.size();
    int tail = (int) Math.min(size, END + 0xFFFF);
    ByteBuffer bytes = little(zip.peek(size - tail, tail));
    for (int at = bytes.limit() - END; at >= 0; at--) {
      if (bytes.getInt(at) == END_MAGIC) {
        return size - tail + at;
      }
    }
    throw damaged(name);
  }

  private static int countHeaders(BlobChannel zip, Span span, String name, ArchiveLimits limits)
      throws IOException, Refusal {
    zip.position(span.start);
    InputStream in = new BufferedInputStream(Channels.newInputStream(zip), 1 << 16);
    int count = 0;
    try {
      for (long left = span.size; left > 0; count++) {
        if (count >= limits.maxEntries()) {
          throw Budget.tooMany(name, limits);
        }
        ByteBuffer header = little(in.readNBytes(HEADER));
        if (header.limit() < HEADER || header.getInt(0) != HEADER_MAGIC) {
          throw damaged(name);
        }
        int rest = u16(header, 28) + u16(header, 30) + u16(header, 32);
        in.skipNBytes(rest);
        left -= HEADER + rest;
      }
    } catch (EOFException cutOff) {
      throw damaged(name);
    }
    return count;
  }

  static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  static long unsigned(ByteBuffer from, int at) {
    return from.getInt(at) & 0xFFFFFFFFL;
  }

  static int u16(ByteBuffer from, int at) {
    return from.getShort(at) & 0xFFFF;
  }
}
