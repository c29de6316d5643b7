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
  LOOSE;

  /** Bytes needed to tell. */
  static final int HEAD = 512;

  static ContainerKind of(byte[] head) {
    if (starts(head, "504b0304") || starts(head, "504b0506") || starts(head, "504b3030504b0304")) {
      return ZIP;
    }
    if (starts(head, "504b0708")) {
      return SPLIT_ZIP;
    }
    if (starts(head, "1f8b08")) {
      return GZIP;
    }
    if (starts(head, "fd377a585a00")) {
      return XZ;
    }
    if (starts(head, "28b52ffd")) {
      return ZSTD;
    }
    if (starts(head, "526172211a07")) {
      return RAR;
    }
    if (starts(head, "377abcaf271c")) {
      return SEVEN_ZIP;
    }
    if (starts(head, "425a68") && startsAt(head, 4, "314159265359")) {
      return BZIP2;
    }
    return TarHeader.looksLike(head) ? TAR : LOOSE;
  }

  private static boolean starts(byte[] head, String hex) {
    return startsAt(head, 0, hex);
  }

  private static boolean startsAt(byte[] head, int from, String hex) {
    byte[] magic = HexFormat.of().parseHex(hex);
    return head.length >= from + magic.length
        && Arrays.equals(head, from, from + magic.length, magic, 0, magic.length);
  }
}
