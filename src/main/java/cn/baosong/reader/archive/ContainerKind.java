package cn.baosong.reader.archive;

import java.util.Arrays;
import java.util.HexFormat;

/** What the first bytes say a file is; its name is never asked. */
enum ContainerKind {
  ZIP,
  SPLIT_ZIP,
  TAR,
  GZIP,
  BZIP2,
  XZ,
  ZSTD,
  RAR,
  SEVEN_ZIP,
  /** ISO 9660 (ECMA-119, 8.1) or UDF (ECMA-167, part 2, 9.1). */
  DISC_IMAGE,
  /** A program of Windows; self-extracting archives are such. */
  PROGRAM,
  LOOSE;

  /** The first volume descriptor of a disc lies behind 16 sectors of 2048 bytes. */
  private static final int DESCRIPTOR = 16 * 2048 + 1;

  /** Bytes needed to tell. */
  static final int HEAD = DESCRIPTOR + 5;

  static ContainerKind of(byte[] head) {
    if (starts(head, "504b0304") || starts(head, "504b0506") || starts(head, "504b3030504b0304")) {
      return ZIP;
    }
    if (starts(head, "504b0708")) {
      return SPLIT_ZIP;
    }
    if (starts(head, "526172211a07")) {
      return RAR;
    }
    if (starts(head, "377abcaf271c")) {
      return SEVEN_ZIP;
    }
    return compressed(head);
  }

  private static ContainerKind compressed(byte[] head) {
    if (starts(head, "1f8b08")) {
      return GZIP;
    }
    if (starts(head, "fd377a585a00")) {
      return XZ;
    }
    if (starts(head, "28b52ffd")) {
      return ZSTD;
    }
    if (starts(head, "425a68") && startsAt(head, 4, "314159265359")) {
      return BZIP2;
    }
    return other(head);
  }

  private static ContainerKind other(byte[] head) {
    if (TarHeader.looksLike(head)) {
      return TAR;
    }
    if (startsAt(head, DESCRIPTOR, "4344303031") || startsAt(head, DESCRIPTOR, "4245413031")) {
      return DISC_IMAGE;
    }
    return isProgram(head) ? PROGRAM : LOOSE;
  }

  /** An MZ header that points to a PE one: two letters alone may begin any text. */
  private static boolean isProgram(byte[] head) {
    if (!starts(head, "4d5a") || head.length < 64) {
      return false;
    }
    int header = ZipDirectory.little(head).getInt(60);
    return header > 0 && startsAt(head, header, "50450000");
  }

  private static boolean starts(byte[] head, String hex) {
    return startsAt(head, 0, hex);
  }

  private static boolean startsAt(byte[] head, int from, String hex) {
    byte[] magic = HexFormat.of().parseHex(hex);
    return head.length - from >= magic.length
        && Arrays.equals(head, from, from + magic.length, magic, 0, magic.length);
  }
}
