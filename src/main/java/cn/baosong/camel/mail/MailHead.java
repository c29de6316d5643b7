package cn.baosong.camel.mail;

import jakarta.mail.internet.MimeUtility;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UnsupportedEncodingException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The head of a raw mail, read from the stream that then goes on to the archive. Bounded; what does
 * not fit is not looked at.
 */
final class MailHead {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final int MOST = 1 << 18;
  private static final int LONGEST_NAME = 120;

  private final List<String> lines;
  private final InputStream whole;

  private MailHead(List<String> lines, InputStream whole) {
    this.lines = lines;
    this.whole = whole;
  }

  static MailHead of(InputStream raw) throws IOException {
    BufferedInputStream rest = new BufferedInputStream(raw, 1 << 16);
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    int line = 0;
    for (int b = rest.read(); b >= 0; b = rest.read()) {
      head.write(b);
      if (b == '\n') {
        if (line == 0) {
          break;
        }
        line = 0;
      } else if (b != '\r') {
        line++;
      }
      if (head.size() >= MOST) {
        break;
      }
    }
    byte[] bytes = head.toByteArray();
    return new MailHead(
        unfolded(new String(bytes, StandardCharsets.ISO_8859_1)),
        new SequenceInputStream(new ByteArrayInputStream(bytes), rest));
  }

  private static List<String> unfolded(String text) {
    List<StringBuilder> lines = new ArrayList<>();
    for (String line : text.split("\r?\n")) {
      boolean folded = !line.isEmpty() && (line.charAt(0) == ' ' || line.charAt(0) == '\t');
      if (folded && !lines.isEmpty()) {
        lines.get(lines.size() - 1).append(line);
      } else {
        lines.add(new StringBuilder(line));
      }
    }
    return lines.stream().map(StringBuilder::toString).toList();
  }

  /** The mail from its first byte on. */
  InputStream whole() {
    return whole;
  }

  /** The values of a header field, the topmost first. */
  List<String> all(String name) {
    String start = name.toLowerCase(Locale.ROOT) + ":";
    return lines.stream()
        .filter(line -> line.regionMatches(true, 0, start, 0, start.length()))
        .map(line -> line.substring(start.length()).trim())
        .toList();
  }

  /** The names of the fields as they are written. */
  List<String> names() {
    return lines.stream()
        .filter(line -> line.indexOf(':') > 0)
        .map(line -> line.substring(0, line.indexOf(':')).trim())
        .toList();
  }

  /** A name for lists; the mail itself is read elsewhere. */
  String subject() {
    return named(all("Subject").stream().findFirst().orElse(""));
  }

  /** The same of a subject that stands alone, as the bytes of its field. */
  static String named(String raw) {
    String decoded = decoded(raw).strip();
    String clean =
        decoded.replaceAll("[\\p{Cntrl}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]+", " ");
    if (clean.isBlank()) {
      return "（无主题）";
    }
    return clean.codePointCount(0, clean.length()) <= LONGEST_NAME
        ? clean
        : clean.substring(0, clean.offsetByCodePoints(0, LONGEST_NAME));
  }

  private static String decoded(String raw) {
    try {
      return MimeUtility.decodeText(readable(raw));
    } catch (UnsupportedEncodingException | RuntimeException unknown) {
      return raw;
    }
  }

  /** Bytes that nobody encoded: UTF-8 if they can be, else what Chinese clients write. */
  private static String readable(String raw) {
    byte[] bytes = raw.getBytes(StandardCharsets.ISO_8859_1);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException other) {
      return new String(bytes, GB18030);
    }
  }
}
