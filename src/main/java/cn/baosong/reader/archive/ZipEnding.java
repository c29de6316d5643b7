package cn.baosong.reader.archive;

import static cn.baosong.reader.archive.ZipDirectory.u16;
import static cn.baosong.reader.archive.ZipDirectory.unsigned;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * The last bytes of a zip, with its directory (APPNOTE.TXT 4.3) where that is no longer than any
 * that is opened at once has.
 */
final class ZipEnding {
  private static final int END = 22;
  private static final int END_MAGIC = 0x06054b50;
  private static final int HEADER = 46;
  private static final int HEADER_MAGIC = 0x02014b50;
  private static final int LOCAL = 30;
  private static final int DEFLATED = 8;
  private static final int UNIX = 3;
  private static final int TYPE = 0170000;
  private static final int FILE = 0100000;
  private static final int FOLDER = 0040000;

  /** Extra fields of a local header, and the sizes behind the data. */
  private static final int SLACK = 1024;

  private static final Pattern ESCAPING =
      Pattern.compile("[/\\\\].*|[A-Za-z]:.*|(.*[/\\\\])?\\.\\.([/\\\\].*)?", Pattern.DOTALL);

  private final ByteBuffer last;
  private final long size;

  /**
   * @param size of the whole zip
   */
  ZipEnding(byte[] last, long size) {
    this.last = ZipDirectory.little(last);
    this.size = size;
  }

  /** Whether every header is plain, and all together within what is opened at once. */
  boolean isUsual(ArchiveLimits limits, AtOnce most) {
    int end = last.limit() - END;
    while (end >= 0 && last.getInt(end) != END_MAGIC) {
      end--;
    }
    return end >= 0 && new Reading(last, end, size - last.limit()).isUsual(limits, most);
  }

  /** One way through the headers, in the order of what they describe. */
  private static final class Reading {
    private final ByteBuffer all;
    private final int end;
    private final long offset;
    private long free;
    private long unpacked;

    /**
     * @param end where the end record stands
     * @param offset of the first byte in the zip
     */
    Reading(ByteBuffer all, int end, long offset) {
      this.all = all;
      this.end = end;
      this.offset = offset;
    }

    boolean isUsual(ArchiveLimits limits, AtOnce most) {
      int count = u16(all, end + 10);
      long start = unsigned(all, end + 16) - offset;
      boolean alone = all.getInt(end + 4) == 0;
      if (!alone || count == 0 || count > most.entries() || start < 0 || start > end) {
        return false;
      }
      int at = (int) start;
      for (int i = 0; i < count; i++) {
        if (at + HEADER > end || all.getInt(at) != HEADER_MAGIC || !isPlain(at)) {
          return false;
        }
        at += HEADER + u16(all, at + 28) + u16(all, at + 30) + u16(all, at + 32);
      }
      return at == end && follows(start + offset) && isWithin(limits, most);
    }

    private boolean isWithin(ArchiveLimits limits, AtOnce most) {
      return unpacked > 0
          && unpacked <= most.bytes()
          && !limits.isBomb(unpacked, offset + all.limit());
    }

    private boolean isPlain(int at) {
      int method = u16(all, at + 10);
      boolean open = (u16(all, at + 8) & 1) == 0 && (method == 0 || method == DEFLATED);
      int name = u16(all, at + 28);
      if (!open || isSpecial(at) || at + HEADER + name > end || escapes(at + HEADER, name)) {
        return false;
      }
      boolean follows = follows(unsigned(all, at + 42));
      free = unsigned(all, at + 42) + LOCAL + name + unsigned(all, at + 20);
      unpacked += unsigned(all, at + 24);
      return follows;
    }

    /** Nothing lies hidden between two entries, and none shares the bytes of another. */
    private boolean follows(long from) {
      return from >= free && from - free <= (free == 0 ? 0 : SLACK);
    }

    private boolean isSpecial(int at) {
      int type = (all.getInt(at + 38) >>> 16) & TYPE;
      return all.get(at + 5) == UNIX && type != 0 && type != FILE && type != FOLDER;
    }

    private boolean escapes(int at, int length) {
      byte[] name = new byte[length];
      all.get(at, name);
      return ESCAPING.matcher(new String(name, StandardCharsets.ISO_8859_1)).matches();
    }
  }
}
