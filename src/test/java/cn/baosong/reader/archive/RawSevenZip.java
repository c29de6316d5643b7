package cn.baosong.reader.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.tukaani.xz.FinishableWrapperOutputStream;
import org.tukaani.xz.LZMA2Options;

/**
 * Writes 7z archives field by field: one solid folder of LZMA2, also with claims that no honest
 * archiver would make.
 */
final class RawSevenZip {

  private final List<String> names = new ArrayList<>();
  private final List<byte[]> contents = new ArrayList<>();
  private final List<Integer> attributes = new ArrayList<>();
  private int dictionaryProperty = 22;
  private int damagedAt = -1;

  RawSevenZip file(String name, String content) {
    return file(name, content.getBytes(StandardCharsets.UTF_8));
  }

  RawSevenZip file(String name, byte[] content) {
    return file(name, content, 0x20);
  }

  RawSevenZip file(String name, byte[] content, int attribute) {
    names.add(name);
    contents.add(content);
    attributes.add(attribute);
    return this;
  }

  /** A dictionary as LZMA2 states it: 22 is 8 MiB, 28 is 64 MiB, 36 is 1 GiB. */
  RawSevenZip dictionary(int property) {
    this.dictionaryProperty = property;
    return this;
  }

  RawSevenZip damagedAt(int offset) {
    this.damagedAt = offset;
    return this;
  }

  byte[] bytes() {
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    contents.forEach(plain::writeBytes);
    byte[] packed = lzma2(plain.toByteArray());
    if (damagedAt >= 0) {
      packed[damagedAt] ^= 0x5A;
    }
    return whole(packed, header(packed.length));
  }

  /** Only a packed header, encrypted by AES, as "encrypt file names" makes it. */
  static byte[] withEncryptedNames() {
    byte[] packed = new byte[64];
    Fields header = new Fields();
    header.put(0x17, 0x06).number(0).number(1).put(0x09).number(64).put(0);
    header.put(0x07, 0x0B).number(1).put(0).number(1);
    header.put(0x24, 0x06, 0xF1, 0x07, 0x01).number(2).put(0x13, 0x00);
    header.put(0x0C).number(60).put(0, 0);
    return whole(packed, header.bytes());
  }

  /** A packed header that claims to weigh so much when it is unpacked. */
  static byte[] withHeaderOf(long bytes) {
    byte[] packed = lzma2(new byte[1 << 16]);
    Fields header = new Fields();
    header.put(0x17, 0x06).number(0).number(1).put(0x09).number(packed.length).put(0);
    header.put(0x07, 0x0B).number(1).put(0).number(1).put(0x21, 0x21).number(1).put(22);
    header.put(0x0C).number(bytes).put(0, 0);
    return whole(packed, header.bytes());
  }

  private byte[] header(int packedLength) {
    Fields header = new Fields();
    header.put(0x01, 0x04);
    header.put(0x06).number(0).number(1).put(0x09).number(packedLength).put(0);
    header.put(0x07, 0x0B).number(1).put(0).number(1).put(0x21, 0x21).number(1);
    header.put(dictionaryProperty);
    header.put(0x0C).number(contents.stream().mapToLong(c -> c.length).sum()).put(0);
    header.put(0x08, 0x0D).number(contents.size());
    if (contents.size() > 1) {
      header.put(0x09);
      contents.subList(0, contents.size() - 1).forEach(c -> header.number(c.length));
    }
    header.put(0x0A, 1);
    contents.forEach(c -> header.u32(crc(c)));
    header.put(0, 0);
    header.put(0x05).number(names.size());
    Fields written = new Fields().put(0);
    names.forEach(n -> written.raw((n + "\0").getBytes(StandardCharsets.UTF_16LE)));
    header.put(0x11).number(written.bytes().length).raw(written.bytes());
    header.put(0x15).number(2 + 4L * names.size()).put(1, 0);
    attributes.forEach(header::u32);
    header.put(0, 0);
    return header.bytes();
  }

  private static byte[] whole(byte[] packed, byte[] header) {
    ByteBuffer start = ByteBuffer.allocate(20).order(ByteOrder.LITTLE_ENDIAN);
    start.putLong(packed.length).putLong(header.length).putInt(crc(header));
    Fields all = new Fields().put(0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0, 4);
    return all.u32(crc(start.array())).raw(start.array()).raw(packed).raw(header).bytes();
  }

  private static byte[] lzma2(byte[] plain) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      LZMA2Options options = new LZMA2Options(0);
      options.setDictSize(4 << 20);
      try (var packer = options.getOutputStream(new FinishableWrapperOutputStream(out))) {
        packer.write(plain);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }

  private static int crc(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return (int) crc.getValue();
  }

  private static final class Fields {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Fields put(int... bytes) {
      for (int b : bytes) {
        out.write(b);
      }
      return this;
    }

    Fields raw(byte[] bytes) {
      out.writeBytes(bytes);
      return this;
    }

    Fields u32(int value) {
      return raw(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array());
    }

    /** Always the longest form: a byte of ones, then eight bytes. */
    Fields number(long value) {
      out.write(0xFF);
      return raw(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array());
    }

    byte[] bytes() {
      return out.toByteArray();
    }
  }
}
