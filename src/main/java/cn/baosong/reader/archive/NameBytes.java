package cn.baosong.reader.archive;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Reads names that Chinese archivers wrote without saying in which charset. The GB family is always
 * read as GB18030: Java's GBK turns 䶮 into a private-use character and GB2312 the separator of
 * minority names into another dot.
 */
final class NameBytes {
  static final Charset GB18030 = Charset.forName("GB18030");

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
    return utf8(raw).map(Reading::sure).orElseGet(() -> gb18030(raw));
  }

  static Reading gb18030(byte[] raw) {
    return strict(raw, GB18030)
        .map(Reading::sure)
        .orElseGet(
            () ->
                new Reading(new String(raw, GB18030), Optional.of(HexFormat.of().formatHex(raw))));
  }

  static Optional<String> utf8(byte[] raw) {
    return strict(raw, StandardCharsets.UTF_8);
  }

  private static Optional<String> strict(byte[] raw, Charset charset) {
    try {
      return Optional.of(
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(raw))
              .toString());
    } catch (CharacterCodingException notInThisCharset) {
      return Optional.empty();
    }
  }
}
