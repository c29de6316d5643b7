package cn.baosong.camel.server;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Names a version of a file for the register: nothing in it but ASCII, and never too long for its
 * column.
 */
final class ServerKeys {
  private static final int LONGEST_PATH = 300;
  private static final Charset LATIN = StandardCharsets.ISO_8859_1;

  private ServerKeys() {}

  static String of(ServerPlace place, String path, long size, Optional<Instant> modified) {
    String time = modified.map(at -> String.valueOf(at.getEpochSecond())).orElse("-");
    return written(place.server())
        + "/"
        + shortened(written(inFolder(place, path)))
        + "/"
        + size
        + "/"
        + time;
  }

  private static String inFolder(ServerPlace place, String path) {
    String folder = new String(place.folder().getBytes(StandardCharsets.UTF_8), LATIN);
    return folder.equals(".") ? path : folder + "/" + path;
  }

  private static String shortened(String path) {
    if (path.length() <= LONGEST_PATH) {
      return path;
    }
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(path.getBytes(StandardCharsets.US_ASCII));
      return path.substring(0, LONGEST_PATH - 65) + "~" + HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Letters, digits and few signs as they are, every other byte as {@code %XX}. */
  static String written(String raw) {
    StringBuilder out = new StringBuilder();
    for (byte b : raw.getBytes(LATIN)) {
      char c = (char) (b & 0xFF);
      boolean plain =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || "._-/@".indexOf(c) >= 0;
      if (plain) {
        out.append(c);
      } else {
        out.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
      }
    }
    return out.toString();
  }
}
