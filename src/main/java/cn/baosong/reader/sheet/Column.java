package cn.baosong.reader.sheet;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One column of a list.
 *
 * @param name the heading without blanks, line breaks and the asterisk of a required field
 * @param original the heading as written
 */
public record Column(String name, String original) {
  private static final Pattern BLANKS =
      Pattern.compile("[\\s\\p{Z}\\u200B\\u200C\\u200D\\u2060\\uFEFF]+");
  private static final Pattern REQUIRED = Pattern.compile("^[*＊]+|[*＊]+$");

  static Column headed(String original) {
    String name = REQUIRED.matcher(BLANKS.matcher(original).replaceAll("")).replaceAll("");
    return new Column(name, original);
  }

  /** Equal for headings that differ only in blanks, width of brackets or case. */
  static String key(String heading) {
    return Normalizer.normalize(headed(heading).name, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT);
  }
}
