package cn.baosong.reader.archive;

import java.nio.ByteBuffer;

/**
 * A first look at the blocks of a RAR (technote.txt of RAR 4 and RAR 5), before the library keeps
 * each of their headers in memory: how many there are, and what would keep it from being read.
 *
 * @param files file headers that are really there
 */
record RarBlocks(int files, boolean volume, boolean encrypted) {
  /** Behind the markers {@code Rar!\x1a\x07\x00} and {@code Rar!\x1a\x07\x01\x00}. */
  private static final int RAR4 = 7;

  private static final int RAR5 = 8;

  private static final long BYTES_PER_ENTRY = 1024;
  private static final long BYTES_FREE = 1 << 20;
  private static final int MAX_HEADER = 2 << 20;

  static RarBlocks of(BlobChannel channel, String archive, ArchiveLimits limits) throws Refusal {
    byte[] marker = channel.peek(0, RAR5);
    if (marker.length < RAR5) {
      throw ZipDirectory.damaged(archive);
    }
    boolean five = marker[6] == 1;
    return new Walk(channel, archive, limits).from(five ? RAR5 : RAR4, five);
  }

  /** One block: its header and where the next one starts. */
  private record Block(Type type, long header, long next) {}

  private enum Type {
    FILE,
    VOLUME,
    ENCRYPTED,
    END,
    OTHER
  }

  private static final class Walk {
    private final BlobChannel channel;
    private final String archive;
    private final ArchiveLimits limits;

    Walk(BlobChannel channel, String archive, ArchiveLimits limits) {
      this.channel = channel;
      this.archive = archive;
      this.limits = limits;
    }

    RarBlocks from(long start, boolean five) throws Refusal {
      int files = 0;
      int blocks = 0;
      long headers = 0;
      long size = channel.size();
      Type type = Type.OTHER;
      for (long at = start; at < size && type != Type.END; ) {
        Block block = five ? five(at) : four(at);
        type = block.type;
        if (type == Type.VOLUME || type == Type.ENCRYPTED) {
          return new RarBlocks(files, type == Type.VOLUME, type == Type.ENCRYPTED);
        }
        files += type == Type.FILE ? 1 : 0;
        blocks++;
        headers += block.header;
        refuseBeyond(files, blocks, headers);
        if (block.next <= at || block.next > size) {
          throw ZipDirectory.damaged(archive);
        }
        at = block.next;
      }
      if (five && type != Type.END) {
        throw ZipDirectory.damaged(archive);
      }
      return new RarBlocks(files, false, false);
    }

    private void refuseBeyond(int files, int blocks, long headers) throws Refusal {
      long entries = limits.maxEntries();
      if (files > entries
          || blocks > 2 * entries + 16
          || headers > entries * BYTES_PER_ENTRY + BYTES_FREE) {
        throw Budget.tooMany(archive, limits);
      }
    }

    /** CRC16, type, flags, size; then the size of the data where the flags say so. */
    private Block four(long at) throws Refusal {
      ByteBuffer in = ZipDirectory.little(channel.peek(at, 40));
      if (in.limit() < 7) {
        throw ZipDirectory.damaged(archive);
      }
      int type = in.get(2) & 0xFF;
      int flags = ZipDirectory.u16(in, 3);
      int header = ZipDirectory.u16(in, 5);
      long data = (flags & 0x8000) != 0 && in.limit() >= 11 ? ZipDirectory.unsigned(in, 7) : 0;
      boolean file = type == 0x74;
      if ((file || type == 0x7A) && (flags & 0x100) != 0 && in.limit() >= 36) {
        data |= ZipDirectory.unsigned(in, 32) << 32;
      }
      if (header < 7 || data < 0) {
        throw ZipDirectory.damaged(archive);
      }
      return new Block(type4(type, flags), header, at + header + data);
    }

    private static Type type4(int type, int flags) {
      return switch (type) {
        case 0x73 ->
            (flags & 0x80) != 0 ? Type.ENCRYPTED : (flags & 0x01) != 0 ? Type.VOLUME : Type.OTHER;
        case 0x74 -> Type.FILE;
        case 0x7B -> Type.END;
        default -> Type.OTHER;
      };
    }

    /** CRC32, then variable numbers: size, type, flags, size of extras, size of the data. */
    private Block five(long at) throws Refusal {
      ByteBuffer in = ZipDirectory.little(channel.peek(at, 64));
      if (in.limit() < 7) {
        throw ZipDirectory.damaged(archive);
      }
      in.position(4);
      long rest = number(in);
      long header = in.position() + rest;
      long type = number(in);
      long flags = number(in);
      if ((flags & 0x01) != 0) {
        number(in);
      }
      long data = (flags & 0x02) != 0 ? number(in) : 0;
      if (rest < 1 || header > MAX_HEADER || data < 0 || data > channel.size()) {
        throw ZipDirectory.damaged(archive);
      }
      boolean volume = type == 1 && (number(in) & 0x01) != 0;
      return new Block(volume ? Type.VOLUME : type5(type), header, at + header + data);
    }

    private static Type type5(long type) {
      if (type == 2) {
        return Type.FILE;
      }
      if (type == 4) {
        return Type.ENCRYPTED;
      }
      return type == 5 ? Type.END : Type.OTHER;
    }

    private long number(ByteBuffer in) throws Refusal {
      long value = 0;
      for (int shift = 0; shift < 63 && in.hasRemaining(); shift += 7) {
        byte next = in.get();
        value |= (next & 0x7FL) << shift;
        if (next >= 0) {
          return value;
        }
      }
      throw ZipDirectory.damaged(archive);
    }
  }
}
