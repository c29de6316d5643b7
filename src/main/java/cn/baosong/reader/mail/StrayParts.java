package cn.baosong.reader.mail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds parts where a message says there are none: its boundary is missing, or used twice. */
final class StrayParts {
  private static final int HEAD = 64 << 10;

  /** A line of two hyphens and a boundary (RFC 2046, 5.1.1), with a header behind it. */
  private static final Pattern DELIMITER =
      Pattern.compile(
          "(?m)^--([0-9A-Za-z'()+_,./:=? -]{1,200}?)[ \\t]*\\r?\\n(?=content-)",
          Pattern.CASE_INSENSITIVE);

  private StrayParts() {}

  /** Whether parts begin in these bytes. */
  static boolean hasParts(InputStream raw) throws IOException {
    return boundary(raw.readNBytes(HEAD)).isPresent();
  }

  /** The boundary that the bytes show. */
  static Optional<String> boundary(byte[] head) {
    Matcher delimiter = DELIMITER.matcher(new String(head, StandardCharsets.ISO_8859_1));
    return delimiter.find() ? Optional.of(delimiter.group(1)) : Optional.empty();
  }
}
