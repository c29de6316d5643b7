package cn.baosong.reader.archive;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * One 512-byte header block (POSIX.1-1988 ustar, GNU and V7), names kept as bytes.
 *
 * @param modified seconds since 1970, −1 when not stated
 * @param type the type flag, NUL read as '0'
 */
record TarHeader(byte[] name, long size, long modified, char type) {
  static final int BLOCK = 512;

  static boolean looksLike(byte[] block) {
    return block.length >= BLOCK && block[0] != 0 && checksumHolds(block);
  }

  /** Empty when the block is no header at all. */
  static Optional<TarHeader> parse(byte[] block) {
    long size = number(block, 124, 12);
    if (size < 0 || !checksumHolds(block)) {
      return Optional.empty();
    }
    char type = (char) (block[156] & 0xFF);
    return Optional.of(
        new TarHeader(fullName(block), size, number(block, 136, 12), type == 0 ? '0' : type));
  }

  static boolean isZero(byte[] block) {
    return Arrays.equals(block, new byte[BLOCK]);
  }

  private static byte[] fullName(byte[] block) {
    byte[] name = text(block, 0, 100);
    // GNU puts times where ustar has the prefix; only the exact POSIX magic vouches for it.
    boolean posix =
        Arrays.equals(block, 257, 263, "ustar\0".getBytes(StandardCharsets.US_ASCII), 0, 6);
    byte[] prefix = posix ? text(block, 345, 155) : new byte[0];
    if (prefix.length == 0) {
      return name;
    }
    ByteArrayOutputStream full = new ByteArrayOutputStream();
    full.writeBytes(prefix);
    full.write('/');
    full.writeBytes(name);
    return full.toByteArray();
  }

  private static byte[] text(byte[] block, int from, int length) {
    int end = from;
    while (end < from + length && block[end] != 0) {
      end++;
    }
    return Arrays.copyOfRange(block, from, end);
  }

  /** Octal, or base 256 as GNU writes large ones; −1 for negative, absurd or unreadable. */
  private static long number(byte[] block, int from, int length) {
    if ((block[from] & 0x80) != 0) {
      BigInteger value = new BigInteger(1, Arrays.copyOfRange(block, from, from + length));
      BigInteger plain = value.clearBit(length * 8 - 1);
      return plain.bitLength() < Long.SIZE ? plain.longValue() : -1;
    }
    String octal = new String(text(block, from, length), StandardCharsets.ISO_8859_1).strip();
    if (octal.isEmpty()) {
      return 0;
    }
    return octal.matches("[0-7]{1,12}") ? Long.parseLong(octal, 8) : -1;
  }

  private static boolean checksumHolds(byte[] block) {
    long unsigned = 0;
    for (int i = 0; i < BLOCK; i++) {
      unsigned += i >= 148 && i < 156 ? ' ' : block[i] & 0xFF;
    }
    String stated = new String(text(block, 148, 8), StandardCharsets.ISO_8859_1).strip();
    return stated.matches("[0-7]{1,7}") && Long.parseLong(stated, 8) == unsigned;
  }
}
