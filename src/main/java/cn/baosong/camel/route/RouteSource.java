package cn.baosong.camel.route;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.ResourceHelper;

/**
 * A file of {@code routes/} as it was read once.
 *
 * @param name below {@code routes/}
 */
record RouteSource(String name, String text) {
  private static final String KAMELETS = "kamelets/";
  private static final String KAMELET = ".kamelet.yaml";

  boolean isKamelet() {
    return name.startsWith(KAMELETS);
  }

  /** The name by which routes call the Kamelet. */
  String template() {
    return name.substring(KAMELETS.length(), name.length() - KAMELET.length());
  }

  /** For Camel, which never reads the file itself again. */
  Resource resource() {
    return ResourceHelper.fromString("file:routes/" + name, text);
  }

  String digest() {
    try {
      byte[] sum =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sum);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The first line that holds the word, counted from one; 0 when none does. */
  int lineOf(String word) {
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      if (lines[i].contains(word)) {
        return i + 1;
      }
    }
    return 0;
  }
}
