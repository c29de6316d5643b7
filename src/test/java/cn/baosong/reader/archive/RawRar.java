package cn.baosong.reader.archive;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * Writes RAR archives block by block, content stored as it is: RAR's compression must not be
 * written anew (its licence), and is the library's to read.
 */
final class RawRar {
  private final boolean five;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private RawRar(boolean five) {
    this.five = five;
  }

  static RawRar four() {
    return four(0);
  }

  /** 0x01 is a volume, 0x80 encrypts all headers behind it. */
  static RawRar four(int flags) {
    RawRar rar = new RawRar(false);
    rar.out.writeBytes(new byte[] {'R', 'a', 'r', '!', 0x1A, 7, 0});
    ByteBuffer main = little(13);
    main.putShort((short) 0).put((byte) 0x73).putShort((short) flags).putShort((short) 13);
    rar.block4(main.array());
    return rar;
  }

  static RawRar five() {
    return five(0);
  }

  /** 0x01 is a volume. */
  static RawRar five(int flags) {
    RawRar rar = new RawRar(true);
    rar.out.writeBytes(new byte[] {'R', 'a', 'r', '!', 0x1A, 7, 1, 0});
    rar.block5(new byte[] {1, 0, (byte) flags});
    return rar;
  }

  /** Names and contents behind this block cannot be told any more. */
  static byte[] fiveWithEncryptedNames() {
    RawRar rar = new RawRar(true);
    rar.out.writeBytes(new byte[] {'R', 'a', 'r', '!', 0x1A, 7, 1, 0});
    ByteBuffer crypt = little(21);
    crypt.put((byte) 4).put((byte) 0).put((byte) 0).put((byte) 0).put((byte) 15);
    rar.block5(crypt.array());
    rar.out.writeBytes(new byte[64]);
    return rar.out.toByteArray();
  }

  RawRar file(String name, String content) {
    return file(name.getBytes(StandardCharsets.UTF_8), content.getBytes(StandardCharsets.UTF_8));
  }

  RawRar file(byte[] name, byte[] content) {
    return five ? file5(name, content, content.length, 0) : file4(name, content, 0, 0x20);
  }

  /** A file that claims another size than it has. */
  RawRar claiming(String name, long size, long dictionaryLog) {
    long compression = (dictionaryLog - 17) << 10 | 3 << 7;
    return file5(name.getBytes(StandardCharsets.UTF_8), new byte[32], size, compression);
  }

  RawRar encrypted(String name) {
    byte[] raw = name.getBytes(StandardCharsets.UTF_8);
    return five ? encrypted5(raw) : file4(raw, new byte[16], 0x04, 0x20);
  }

  RawRar link(String name) {
    byte[] raw = name.getBytes(StandardCharsets.UTF_8);
    if (!five) {
      return file4(raw, "/etc/passwd".getBytes(StandardCharsets.US_ASCII), 0, 0120777);
    }
    byte[] target = "/etc/passwd".getBytes(StandardCharsets.US_ASCII);
    ByteBuffer extra = little(5 + target.length);
    extra.put((byte) (4 + target.length)).put((byte) 5).put((byte) 1).put((byte) 0);
    extra.put((byte) target.length).put(target);
    return withExtra(raw, extra.array());
  }

  private RawRar encrypted5(byte[] name) {
    ByteBuffer extra = little(37);
    extra.put((byte) 36).put((byte) 1).put((byte) 0).put((byte) 0).put((byte) 15);
    return withExtra(name, extra.array());
  }

  private RawRar withExtra(byte[] name, byte[] extra) {
    ByteBuffer head = little(64 + name.length + extra.length);
    head.put((byte) 2).put((byte) 0x03).put((byte) extra.length).put((byte) 16);
    head.put((byte) 0x04).put((byte) 16).put((byte) 0x20).putInt(0).put((byte) 0).put((byte) 1);
    head.put((byte) name.length).put(name).put(extra);
    block5(taken(head));
    out.writeBytes(new byte[16]);
    return this;
  }

  private RawRar file5(byte[] name, byte[] content, long size, long compression) {
    ByteBuffer head = little(64 + name.length);
    head.put((byte) 2).put((byte) 0x02);
    number(head, content.length);
    head.put((byte) 0x04);
    number(head, size);
    head.put((byte) 0x20).putInt(crc(content));
    number(head, compression);
    head.put((byte) 1);
    number(head, name.length);
    head.put(name);
    block5(taken(head));
    out.writeBytes(content);
    return this;
  }

  private RawRar file4(byte[] name, byte[] content, int flags, int attribute) {
    ByteBuffer head = little(32 + name.length);
    head.putShort((short) 0).put((byte) 0x74).putShort((short) (0x8000 | flags));
    head.putShort((short) head.capacity()).putInt(content.length).putInt(content.length);
    head.put((byte) (attribute > 0xFF ? 3 : 2)).putInt(crc(content)).putInt(0x5A8A_0000);
    head.put((byte) 29).put((byte) 0x30).putShort((short) name.length).putInt(attribute).put(name);
    block4(head.array());
    out.writeBytes(content);
    return this;
  }

  byte[] unfinished() {
    return out.toByteArray();
  }

  byte[] bytes() {
    if (five) {
      block5(new byte[] {5, 0, 0});
    } else {
      ByteBuffer end = little(7);
      end.putShort((short) 0).put((byte) 0x7B).putShort((short) 0x4000).putShort((short) 7);
      block4(end.array());
    }
    return out.toByteArray();
  }

  private void block4(byte[] header) {
    CRC32 crc = new CRC32();
    crc.update(header, 2, header.length - 2);
    header[0] = (byte) crc.getValue();
    header[1] = (byte) (crc.getValue() >>> 8);
    out.writeBytes(header);
  }

  private void block5(byte[] fields) {
    ByteBuffer body = little(10 + fields.length);
    number(body, fields.length);
    body.put(fields);
    byte[] sized = taken(body);
    out.writeBytes(little(4).putInt(crc(sized)).array());
    out.writeBytes(sized);
  }

  private static void number(ByteBuffer to, long value) {
    long rest = value;
    for (; rest > 0x7F; rest >>>= 7) {
      to.put((byte) (rest | 0x80));
    }
    to.put((byte) rest);
  }

  private static byte[] taken(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.position()];
    buffer.flip().get(bytes);
    return bytes;
  }

  private static int crc(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return (int) crc.getValue();
  }

  private static ByteBuffer little(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }
}
