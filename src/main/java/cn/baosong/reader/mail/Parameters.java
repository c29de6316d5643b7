package cn.baosong.reader.mail;

import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A value with parameters (RFC 2045, RFC 2231), such as {@code Content-Type}: continuations,
 * charsets, encoded words in quotes, raw bytes, and values that forgot their quotes.
 */
final class Parameters {
  private static final Pattern SECTION = Pattern.compile("([^*]+)(?:\\*(\\d{1,3}))?(\\*)?");
  private static final int MOST = 200;

  private final String value;
  private final Map<String, String> whole = new LinkedHashMap<>();
  private final Map<String, TreeMap<Integer, Piece>> pieces = new LinkedHashMap<>();

  private record Piece(String latin, boolean escaped) {}

  private Parameters(String value) {
    this.value = value;
  }

  /**
   * Reads a field.
   *
   * @param latin one byte a character
   */
  static Parameters of(String latin) {
    int end = latin.indexOf(';');
    String value = end < 0 ? latin : latin.substring(0, end);
    Parameters read = new Parameters(value.strip().toLowerCase(Locale.ROOT));
    if (end >= 0) {
      read.scan(latin, end + 1);
    }
    return read;
  }

  /** What stands before the parameters, in lower case. */
  String value() {
    return value;
  }

  /** A parameter, decoded; where it stands in pieces too, these count (RFC 2231). */
  Optional<String> get(String name) {
    @Nullable TreeMap<Integer, Piece> found = pieces.get(name);
    if (found == null) {
      return Optional.ofNullable(whole.get(name)).map(EncodedWords::decode);
    }
    boolean escaped = found.values().stream().anyMatch(Piece::escaped);
    return Optional.of(escaped ? unescaped(found) : EncodedWords.decode(joined(found)));
  }

  private static String joined(TreeMap<Integer, Piece> found) {
    StringBuilder all = new StringBuilder();
    found.values().forEach(piece -> all.append(piece.latin()));
    return all.toString();
  }

  /** RFC 2231: the charset stands in the first piece, whose bytes may go on in the next. */
  private static String unescaped(TreeMap<Integer, Piece> found) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Optional<String> charset = Optional.empty();
    for (Piece piece : found.values()) {
      String latin = piece.latin();
      if (piece.escaped() && charset.isEmpty()) {
        int first = latin.indexOf('\'');
        int second = latin.indexOf('\'', first + 1);
        charset = Optional.of(second > 0 ? latin.substring(0, first) : "");
        latin = second > 0 ? latin.substring(second + 1) : latin;
      }
      write(latin, piece.escaped(), bytes);
    }
    return MailCharset.decode(bytes.toByteArray(), charset);
  }

  private static void write(String latin, boolean escaped, ByteArrayOutputStream bytes) {
    for (int i = 0; i < latin.length(); i++) {
      int high = EncodedWords.hex(latin, i + 1);
      int low = EncodedWords.hex(latin, i + 2);
      if (escaped && latin.charAt(i) == '%' && high >= 0 && low >= 0) {
        bytes.write(high << 4 | low);
        i += 2;
      } else {
        bytes.write(latin.charAt(i));
      }
    }
  }

  private void scan(String latin, int from) {
    int at = from;
    for (int n = 0; at < latin.length() && n < MOST; n++) {
      int equals = latin.indexOf('=', at);
      int semicolon = latin.indexOf(';', at);
      if (equals < 0) {
        return;
      }
      if (semicolon >= 0 && semicolon < equals) {
        at = semicolon + 1;
        continue;
      }
      String name = latin.substring(at, equals).strip().toLowerCase(Locale.ROOT);
      int start = equals + 1;
      while (start < latin.length() && Character.isWhitespace(latin.charAt(start))) {
        start++;
      }
      boolean quoted = start < latin.length() && latin.charAt(start) == '"';
      StringBuilder text = new StringBuilder();
      at = quoted ? quoted(latin, start + 1, text) : token(latin, start, text);
      put(name, text.toString());
    }
  }

  /**
   * A GBK character may end in the byte of a backslash: then it escapes nothing.
   *
   * @return where to go on
   */
  private static int quoted(String latin, int from, StringBuilder text) {
    int at = from;
    boolean half = false;
    while (at < latin.length()) {
      char c = latin.charAt(at);
      boolean escapes = c == '\\' && !half && isEscaped(latin, at + 1);
      if (c == '"') {
        int next = latin.indexOf(';', at);
        return next < 0 ? latin.length() : next + 1;
      }
      half = !half && c > 0x80 && c != 0xFF;
      if (escapes) {
        at++;
        c = latin.charAt(at);
      }
      text.append(c);
      at++;
    }
    return at;
  }

  private static boolean isEscaped(String latin, int at) {
    return at < latin.length() && (latin.charAt(at) == '"' || latin.charAt(at) == '\\');
  }

  private static int token(String latin, int from, StringBuilder text) {
    int end = latin.indexOf(';', from);
    int stop = end < 0 ? latin.length() : end;
    text.append(latin.substring(Math.min(from, stop), stop).strip());
    return stop + 1;
  }

  private void put(String name, String latin) {
    Matcher section = SECTION.matcher(name);
    if (section.matches()) {
      int number = section.group(2) == null ? 0 : Integer.parseInt(section.group(2));
      boolean escaped = section.group(3) != null;
      if (section.group(2) == null && !escaped) {
        whole.putIfAbsent(section.group(1).strip(), latin);
      } else {
        pieces
            .computeIfAbsent(section.group(1).strip(), any -> new TreeMap<>())
            .putIfAbsent(number, new Piece(latin, escaped));
      }
    }
  }
}
