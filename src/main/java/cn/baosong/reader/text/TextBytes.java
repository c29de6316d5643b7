package cn.baosong.reader.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Decodes without guessing: either every byte makes sense in a charset, or it is another one. */
public final class TextBytes {
  /**
   * The one charset for the whole GB family: Java's GBK turns 䶮 into a private-use character and
   * GB2312 the separator of minority names into another dot.
   */
  public static final Charset GB18030 = Charset.forName("GB18030");

  private TextBytes() {}

  public static Optional<String> utf8(byte[] raw) {
    return strict(raw, StandardCharsets.UTF_8);
  }

  public static Optional<String> gb18030(byte[] raw) {
    return strict(raw, GB18030);
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
