package cn.baosong.core.notice;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes foreign text fit to stand in a letter: nothing invisible, nothing that turns the direction
 * of writing, no whole identity number.
 */
final class Shown {
  private static final int LONGEST_NAME = 160;
  private static final int LONGEST_CELL = 2000;

  /** An identity number of 18 or 15 characters, half or full width, wherever it stands. */
  private static final Pattern IDENTITY =
      Pattern.compile("(?<![0-9０-９])[0-9０-９]{14}(?:[0-9０-９]{3})?[0-9０-９XxＸｘХх](?![0-9０-９])");

  private Shown() {}

  /** The text on one line, with control and format characters shown as marks. */
  static String text(String foreign) {
    StringBuilder out = new StringBuilder(foreign.length());
    foreign.codePoints().forEach(c -> append(out, c));
    return mask(out.toString().strip());
  }

  /** The same for a name that the sender chose, however long it is. */
  static String name(String foreign) {
    return shortened(foreign, LONGEST_NAME);
  }

  /** The same for a cell of a table: no sentence of ours is as long. */
  static String cell(String foreign) {
    return shortened(foreign, LONGEST_CELL);
  }

  private static String shortened(String foreign, int longest) {
    String text = text(foreign);
    return text.codePointCount(0, text.length()) <= longest
        ? text
        : text.substring(0, text.offsetByCodePoints(0, longest)) + "…";
  }

  private static void append(StringBuilder out, int c) {
    switch (Character.getType(c)) {
      case Character.CONTROL ->
          out.append(c == '\n' || c == '\r' || c == '\t' ? " " : CodePointMark.of(c));
      case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> out.append(' ');
      case Character.FORMAT, Character.SURROGATE -> out.append(CodePointMark.of(c));
      default -> out.appendCodePoint(c);
    }
  }

  /** First three and last four characters stay (domain.md 7.1). */
  private static String mask(String text) {
    return IDENTITY
        .matcher(text)
        .replaceAll(
            hit -> {
              String number = hit.group();
              String stars = "*".repeat(number.length() - 7);
              return Matcher.quoteReplacement(
                  number.substring(0, 3) + stars + number.substring(number.length() - 4));
            });
  }
}
