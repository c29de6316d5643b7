package cn.baosong.reader.archive;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * A first look at the end header of a 7z (7zFormat.txt of the LZMA SDK), before the library loads
 * it: it allocates what the header claims to weigh, packed and unpacked.
 */
final class SevenZipHeader {
  private static final int SIGNATURE_HEADER = 32;
  private static final int ENCODED = 0x17;
  private static final int PACK_INFO = 0x06;
  private static final int UNPACK_INFO = 0x07;
  private static final int FOLDER = 0x0B;
  private static final int UNPACK_SIZES = 0x0C;
  private static final int SIZES = 0x09;

  /** As for a zip: a name of 255 characters takes 510 bytes. */
  private static final long BYTES_PER_ENTRY = 1024;

  private static final long BYTES_FREE = 1 << 20;

  private final BlobChannel channel;
  private final String archive;
  private final ArchiveLimits limits;

  SevenZipHeader(BlobChannel channel, String archive, ArchiveLimits limits) {
    this.channel = channel;
    this.archive = archive;
    this.limits = limits;
  }

  void check() throws Refusal {
    ByteBuffer start = ZipDirectory.little(channel.peek(0, SIGNATURE_HEADER));
    if (start.limit() < SIGNATURE_HEADER) {
      throw ZipDirectory.damaged(archive);
    }
    long offset = start.getLong(12);
    long size = start.getLong(20);
    long room = channel.size() - SIGNATURE_HEADER;
    if (offset < 0 || size < 1 || offset > room || size > room - offset) {
      throw ZipDirectory.damaged(archive);
    }
    refuseBeyond(size);
    ByteBuffer header =
        ZipDirectory.little(channel.peek(SIGNATURE_HEADER + offset, Math.toIntExact(size)));
    if (header.get() == ENCODED) {
      try {
        checkEncoded(header);
      } catch (BufferUnderflowException | IllegalArgumentException cutOff) {
        throw ZipDirectory.damaged(archive);
      }
    }
  }

  private void refuseBeyond(long headerBytes) throws Refusal {
    if (headerBytes < 0 || headerBytes > limits.maxEntries() * BYTES_PER_ENTRY + BYTES_FREE) {
      throw Budget.tooMany(archive, limits);
    }
  }

  /** The streams info of a packed header: one packed stream, one folder, as every packer writes. */
  private void checkEncoded(ByteBuffer in) throws Refusal {
    if (in.get() != PACK_INFO) {
      throw ZipDirectory.damaged(archive);
    }
    number(in);
    number(in);
    for (int id = in.get(); id != UNPACK_INFO; id = in.get()) {
      if (id == SIZES) {
        number(in);
      } else if (id != 0) {
        throw ZipDirectory.damaged(archive);
      }
    }
    if (in.get() != FOLDER || number(in) != 1 || in.get() != 0) {
      throw ZipDirectory.damaged(archive);
    }
    long outputs = skipFolder(in);
    if (in.get() != UNPACK_SIZES) {
      throw ZipDirectory.damaged(archive);
    }
    for (long i = 0; i < outputs; i++) {
      refuseBeyond(number(in));
    }
  }

  private static long skipFolder(ByteBuffer in) {
    long coders = number(in);
    long inputs = 0;
    long outputs = 0;
    for (long i = 0; i < coders; i++) {
      int flags = in.get();
      skip(in, flags & 0x0F);
      boolean simple = (flags & 0x10) == 0;
      inputs += simple ? 1 : number(in);
      outputs += simple ? 1 : number(in);
      if ((flags & 0x20) != 0) {
        skip(in, number(in));
      }
    }
    long pairs = outputs - 1;
    for (long i = 0; i < pairs; i++) {
      number(in);
      number(in);
    }
    for (long i = 0; inputs - pairs > 1 && i < inputs - pairs; i++) {
      number(in);
    }
    return outputs;
  }

  private static void skip(ByteBuffer in, long bytes) {
    if (bytes < 0 || bytes > in.remaining()) {
      throw new BufferUnderflowException();
    }
    in.position(in.position() + (int) bytes);
  }

  /** The leading ones of the first byte count the bytes that follow it. */
  private static long number(ByteBuffer in) {
    int first = in.get() & 0xFF;
    long value = 0;
    int mask = 0x80;
    for (int i = 0; i < 8; i++, mask >>= 1) {
      if ((first & mask) == 0) {
        return value | (long) (first & (mask - 1)) << (8 * i);
      }
      value |= (in.get() & 0xFFL) << (8 * i);
    }
    return value;
  }
}
