package cn.baosong.reader.archive;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/**
 * Compares the two descriptions that a zip gives of each entry. Where they differ, or where entries
 * share bytes, two programs see two packages: the one that a virus scanner read and the one that a
 * clerk opens.
 */
final class LocalHeaders {
  private static final int LENGTH = 30;
  private static final int MAGIC = 0x04034b50;
  private static final long IN_ZIP64 = 0xFFFFFFFFL;
  private static final int ENCRYPTED = 1;
  private static final int SIZES_FOLLOW = 1 << 3;

  private final BlobChannel zip;
  private final String archive;

  LocalHeaders(BlobChannel zip, String archive) {
    this.zip = zip;
    this.archive = archive;
  }

  private record Extent(long from, long to, String name) {}

  void verify(List<ZipArchiveEntry> central, long directoryStart, ZipNames names) throws Refusal {
    List<Extent> extents = new ArrayList<>();
    for (ZipArchiveEntry entry : central) {
      extents.add(extent(entry, names.of(entry).text()));
    }
    extents.sort(Comparator.comparingLong(Extent::from));
    long free = 0;
    for (Extent extent : extents) {
      if (extent.from < free || extent.to > directoryStart) {
        throw Refusal.unsafe(extent.name, "与包内其他内容重叠", "overlaps other content of the archive");
      }
      free = extent.to;
    }
    // A spanned archive written in one piece starts with a marker of four bytes.
    if (!extents.isEmpty() && extents.get(0).from > 4) {
      throw Refusal.unsafe(archive, "含未列入目录的内容", "holds content that its directory does not list");
    }
  }

  private Extent extent(ZipArchiveEntry entry, String name) throws Refusal {
    long from = entry.getLocalHeaderOffset();
    byte[] raw = entry.getRawName();
    ByteBuffer local = ZipDirectory.little(zip.peek(from, LENGTH + raw.length));
    if (local.limit() < LENGTH + raw.length || local.getInt(0) != MAGIC) {
      throw ZipDirectory.damaged(archive);
    }
    if (!describesTheSame(local, entry, raw)) {
      throw Refusal.unsafe(name, "在包内有两种不一致的说明", "is described in two different ways");
    }
    long data = from + LENGTH + raw.length + ZipDirectory.u16(local, 28);
    return new Extent(from, data + entry.getCompressedSize(), name);
  }

  private static boolean describesTheSame(ByteBuffer local, ZipArchiveEntry entry, byte[] raw) {
    int flags = ZipDirectory.u16(local, 6);
    boolean sizesFollow = (flags & SIZES_FOLLOW) != 0;
    return ZipDirectory.u16(local, 26) == raw.length
        && Arrays.equals(local.array(), LENGTH, LENGTH + raw.length, raw, 0, raw.length)
        && ZipDirectory.u16(local, 8) == entry.getMethod()
        && (flags & ENCRYPTED) == (entry.getGeneralPurposeBit().usesEncryption() ? ENCRYPTED : 0)
        && (sizesFollow
            || (ZipDirectory.unsigned(local, 14) == entry.getCrc()
                && same(ZipDirectory.unsigned(local, 18), entry.getCompressedSize())
                && same(ZipDirectory.unsigned(local, 22), entry.getSize())));
  }

  private static boolean same(long local, long central) {
    return local == central || local == IN_ZIP64;
  }
}
