package cn.baosong.reader.archive;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Writes tars block by block, with whatever names and types. */
final class RawTar {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  RawTar file(byte[] name, String content) {
    return entry(name, '0', content.getBytes(StandardCharsets.UTF_8));
  }

  RawTar file(String name, String content) {
    return file(name.getBytes(StandardCharsets.UTF_8), content);
  }

  RawTar pax(String key, String value) {
    String body = " " + key + "=" + value + "\n";
    int length = body.getBytes(StandardCharsets.UTF_8).length;
    int all = length + 1;
    while (Integer.toString(all).length() + length != all) {
      all++;
    }
    return entry(ascii("PaxHeaders/x"), 'x', (all + body).getBytes(StandardCharsets.UTF_8));
  }

  RawTar gnuLongName(byte[] name) {
    return entry(ascii("././@LongLink"), 'L', name);
  }

  RawTar entry(byte[] name, char type, byte[] content) {
    header(name, type, content.length);
    out.writeBytes(content);
    out.writeBytes(new byte[(512 - content.length % 512) % 512]);
    return this;
  }

  RawTar header(byte[] name, char type, long size) {
    byte[] block = new byte[512];
    System.arraycopy(name, 0, block, 0, Math.min(100, name.length));
    put(block, 100, "0000644\0");
    put(block, 124, String.format(Locale.ROOT, "%011o\0", size));
    put(block, 136, String.format(Locale.ROOT, "%011o\0", 1_585_641_600));
    put(block, 148, "        ");
    block[156] = (byte) type;
    put(block, 257, "ustar\00000");
    int sum = 0;
    for (byte b : block) {
      sum += b & 0xFF;
    }
    put(block, 148, String.format(Locale.ROOT, "%06o\0 ", sum));
    out.writeBytes(block);
    return this;
  }

  byte[] unfinished() {
    return out.toByteArray();
  }

  byte[] bytes() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(out.toByteArray());
    all.writeBytes(new byte[1024]);
    return all.toByteArray();
  }

  private static void put(byte[] block, int at, String text) {
    byte[] bytes = ascii(text);
    System.arraycopy(bytes, 0, block, at, bytes.length);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
