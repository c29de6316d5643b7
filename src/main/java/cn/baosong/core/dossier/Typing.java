package cn.baosong.core.dossier;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;

/**
 * Undoes what typing and copying do to text without touching what it says. Deliberately narrower
 * than NFKC, which also rewrites brackets, circled numbers and ligatures.
 */
final class Typing {
  private static final String DASHES = "‐‑‒–—―−－﹣";
  private static final String INVISIBLE = "\u200B\u200C\u200D\u2060\uFEFF\u00AD";
  private static final Pattern BLANKS = Pattern.compile(" +");
  private static final Pattern PADDING = Pattern.compile("(?<![A-Za-z0-9]) | (?![A-Za-z0-9])");

  private Typing() {}

  /** Full-width ASCII forms (U+FF01–FF5E) and every kind of blank become plain ASCII. */
  static String halfWidth(String text) {
    return map(dropInvisible(text), Typing::halfWidth);
  }

  /** Half-width, upper case, every dash a hyphen, no blanks: the form of codes and numbers. */
  static String code(String text) {
    return dashed(halfWidth(text)).replace(" ", "").toUpperCase(Locale.ROOT);
  }

  static String dashed(String text) {
    return map(text, c -> DASHES.indexOf(c) >= 0 ? '-' : c);
  }

  /** Kangxi radicals and compatibility ideographs become the character they stand for. */
  static String plainIdeographs(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().forEach(c -> out.append(plainIdeograph(c)));
    return out.toString();
  }

  /** Blanks vanish, except one between two Latin letters or digits, where it parts two words. */
  static String withoutPadding(String text) {
    return PADDING.matcher(BLANKS.matcher(text.strip()).replaceAll(" ")).replaceAll("");
  }

  private static int halfWidth(int c) {
    if (c >= 0xFF01 && c <= 0xFF5E) {
      return c - 0xFEE0;
    }
    return Character.isSpaceChar(c) || Character.isWhitespace(c) ? ' ' : c;
  }

  private static String plainIdeograph(int c) {
    String one = Character.toString(c);
    return isCompatibility(c) ? Normalizer.normalize(one, Normalizer.Form.NFKC) : one;
  }

  private static boolean isCompatibility(int c) {
    return (c >= 0x2E80 && c <= 0x2FDF)
        || (c >= 0xF900 && c <= 0xFAFF)
        || (c >= 0x2F800 && c <= 0x2FA1F);
  }

  private static String dropInvisible(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .filter(c -> INVISIBLE.indexOf(c) < 0 && !isVariationSelector(c))
        .forEach(out::appendCodePoint);
    return out.toString();
  }

  private static boolean isVariationSelector(int c) {
    return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
  }

  private static String map(String text, IntUnaryOperator change) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().forEach(c -> out.appendCodePoint(change.applyAsInt(c)));
    return out.toString();
  }
}
