package cn.baosong.reader.archive;

import cn.baosong.reader.text.TextBytes;
import java.util.HexFormat;
import java.util.Optional;

/** Reads names that Chinese archivers wrote without saying in which charset. */
final class NameBytes {
  private NameBytes() {}

  /**
   * A name as read.
   *
   * @param raw the bytes in hexadecimal when no charset could read them without loss
   */
  record Reading(String text, Optional<String> raw) {
    static Reading sure(String text) {
      return new Reading(text, Optional.empty());
    }
  }

  static Reading utf8First(byte[] raw) {
    return TextBytes.utf8(raw).map(Reading::sure).orElseGet(() -> gb18030(raw));
  }

  static Reading gb18030(byte[] raw) {
    return TextBytes.gb18030(raw)
        .map(Reading::sure)
        .orElseGet(
            () ->
                new Reading(
                    new String(raw, TextBytes.GB18030),
                    Optional.of(HexFormat.of().formatHex(raw))));
  }
}
