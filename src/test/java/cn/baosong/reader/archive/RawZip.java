package cn.baosong.reader.archive;

import cn.baosong.reader.text.TextBytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes zips byte by byte, also those that no honest archiver would write. */
final class RawZip {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final List<Part> parts = new ArrayList<>();

  /** One entry; the fields are what the headers claim. */
  static final class Part {
    byte[] name;
    byte[] localName;
    byte[] packed;
    byte[] extra = new byte[0];
    int flags;
    int method = 8;
    int unixMode;
    long crc;
    long size;
    int offset;
    boolean sharesPrevious;

    Part(byte[] name, byte[] content) {
      this(name, deflate(content), content.length, crc(content));
    }

    private Part(byte[] name, byte[] packed, long size, long crc) {
      this.name = name;
      this.localName = name;
      this.packed = packed;
      this.size = size;
      this.crc = crc;
    }

    /** The same content once more. */
    Part named(String other) {
      return new Part(other.getBytes(StandardCharsets.UTF_8), packed, size, crc);
    }

    /** Content that another method than Deflate has packed. */
    Part packed(int byMethod, byte[] bytes) {
      this.method = byMethod;
      this.packed = bytes;
      return this;
    }

    Part flags(int newFlags) {
      this.flags = newFlags;
      return this;
    }

    Part extra(byte[] newExtra) {
      this.extra = newExtra;
      return this;
    }

    Part localName(String other) {
      this.localName = other.getBytes(StandardCharsets.UTF_8);
      return this;
    }

    Part unixMode(int mode) {
      this.unixMode = mode;
      return this;
    }

    Part method(int other) {
      this.method = other;
      return this;
    }

    Part size(long claimed) {
      this.size = claimed;
      return this;
    }

    Part damaged() {
      this.packed[packed.length / 2] ^= 0x5A;
      this.crc ^= 1;
      return this;
    }

    Part sharesPrevious() {
      this.sharesPrevious = true;
      return this;
    }
  }

  static Part part(String name, String content) {
    return new Part(
        name.getBytes(StandardCharsets.UTF_8), content.getBytes(StandardCharsets.UTF_8));
  }

  static Part gbk(String name, String content) {
    return new Part(name.getBytes(TextBytes.GB18030), content.getBytes(StandardCharsets.UTF_8));
  }

  static RawZip of(Part... parts) {
    RawZip zip = new RawZip();
    for (Part part : parts) {
      zip.add(part);
    }
    return zip;
  }

  RawZip add(Part part) {
    part.offset = part.sharesPrevious ? parts.get(parts.size() - 1).offset : writeLocal(part);
    parts.add(part);
    return this;
  }

  private int writeLocal(Part part) {
    int offset = out.size();
    ByteBuffer header = little(30);
    header.putInt(0x04034b50).putShort((short) 20).putShort((short) part.flags);
    header.putShort((short) part.method).putInt(0x21);
    header.putInt((int) part.crc).putInt(part.packed.length).putInt((int) part.size);
    header.putShort((short) part.localName.length).putShort((short) 0);
    out.writeBytes(header.array());
    out.writeBytes(part.localName);
    out.writeBytes(part.packed);
    return offset;
  }

  byte[] bytes() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(out.toByteArray());
    int start = all.size();
    parts.forEach(p -> writeCentral(all, p));
    ByteBuffer end = little(22);
    end.putInt(0x06054b50).putInt(0).putShort((short) parts.size()).putShort((short) parts.size());
    end.putInt(all.size() - start).putInt(start);
    all.writeBytes(end.array());
    return all.toByteArray();
  }

  private static void writeCentral(ByteArrayOutputStream to, Part part) {
    ByteBuffer header = little(46);
    header.putInt(0x02014b50).putShort((short) (3 << 8 | 20)).putShort((short) 20);
    header.putShort((short) part.flags).putShort((short) part.method).putInt(0x21);
    header.putInt((int) part.crc).putInt(part.packed.length).putInt((int) part.size);
    header.putShort((short) part.name.length).putShort((short) part.extra.length);
    header.putShort((short) 0).putShort((short) 0).putShort((short) 0);
    header.putInt(part.unixMode << 16).putInt(part.offset);
    to.writeBytes(header.array());
    to.writeBytes(part.name);
    to.writeBytes(part.extra);
  }

  Path in(Path directory) {
    return write(directory, bytes());
  }

  static Path write(Path directory, byte[] bytes) {
    try {
      Path file = Files.createTempFile(directory, "blob", "");
      return Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long crc(byte[] content) {
    CRC32 sum = new CRC32();
    sum.update(content);
    return sum.getValue();
  }

  static byte[] deflate(byte[] content) {
    Deflater deflater = new Deflater(9, true);
    deflater.setInput(content);
    deflater.finish();
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    byte[] chunk = new byte[1 << 16];
    while (!deflater.finished()) {
      packed.write(chunk, 0, deflater.deflate(chunk));
    }
    deflater.end();
    return packed.toByteArray();
  }

  /** Info-ZIP Unicode Path (0x7075), with the checksum of the plain name it belongs to. */
  static byte[] unicodePath(byte[] plainName, String name) {
    CRC32 crc = new CRC32();
    crc.update(plainName);
    byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
    ByteBuffer field = little(9 + utf8.length);
    field.putShort((short) 0x7075).putShort((short) (5 + utf8.length)).put((byte) 1);
    return field.putInt((int) crc.getValue()).put(utf8).array();
  }

  private static ByteBuffer little(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }
}
