package cn.baosong.reader.archive;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The one digest of the house. */
final class Sha256 {
  private Sha256() {}

  static MessageDigest fresh() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Equal for equal papers, whatever their names, order and packing (decision 2). */
  static String ofContents(List<Entry> entries) {
    MessageDigest digest = fresh();
    entries.stream()
        .map(Entry::sha256)
        .sorted()
        .forEach(hex -> digest.update((hex + "\n").getBytes(StandardCharsets.US_ASCII)));
    return HexFormat.of().formatHex(digest.digest());
  }
}
