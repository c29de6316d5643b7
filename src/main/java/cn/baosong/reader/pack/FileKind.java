package cn.baosong.reader.pack;

import cn.baosong.reader.archive.Entry;
import cn.baosong.reader.office.OfficeDocument;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** What a file is, by its first bytes; the name is a hint. */
enum FileKind {
  PDF,
  /** An office document of zipped parts. */
  PACKED,
  /** An office document as a compound file. */
  COMPOUND,
  PICTURE,
  /** Nothing that is looked into. */
  OTHER;

  private static final int LONGEST_MAGIC = 8;
  private static final byte[] ZIP = bytes("504b0304");

  private static final Map<FileKind, List<byte[]>> MAGIC =
      Map.of(
          PDF,
          List.of(bytes("255044462d")),
          COMPOUND,
          List.of(bytes("d0cf11e0a1b11ae1")),
          PICTURE,
          List.of(
              bytes("89504e470d0a1a0a"),
              bytes("ffd8ff"),
              bytes("474946383761"),
              bytes("474946383961"),
              bytes("49492a00"),
              bytes("4d4d002a"),
              bytes("424d")));

  static FileKind of(Entry file) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file.extracted())) {
      head = in.readNBytes(LONGEST_MAGIC);
    }
    if (startsWith(head, ZIP)) {
      return OfficeDocument.isNamedSo(file.name()) ? PACKED : OTHER;
    }
    return MAGIC.entrySet().stream()
        .filter(kind -> kind.getValue().stream().anyMatch(magic -> startsWith(head, magic)))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(OTHER);
  }

  private static boolean startsWith(byte[] head, byte[] magic) {
    return head.length >= magic.length
        && Arrays.equals(head, 0, magic.length, magic, 0, magic.length);
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }
}
