package cn.baosong.core.dossier;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What stands between a label and the next one, by lines; a form's own text may hang on at the end
 * where its next heading is no known label.
 *
 * @param certain whether the first line is the value as far as text alone can tell: it stands
 *     beside its label, or alone below it
 */
record FormCell(List<String> lines, boolean certain) {
  /** Beyond this many characters it is prose, and no field. */
  private static final int LONGEST = 200;

  private static final int MOST_LINES = 4;
  private static final Pattern RULED = Pattern.compile("^[ _|,;，；。、:]+|[ _|,;，；。、:]+$");

  FormCell {
    lines = List.copyOf(lines);
  }

  /** Reads the text behind a label; an empty or overlong cell has no lines. */
  static FormCell of(String behind) {
    boolean below = behind.startsWith("\n");
    List<String> lines =
        behind
            .lines()
            .map(line -> RULED.matcher(line).replaceAll(""))
            .filter(line -> !line.isEmpty())
            .limit(MOST_LINES)
            .toList();
    return new FormCell(lines, !below || lines.size() == 1);
  }

  boolean isEmpty() {
    return lines.isEmpty();
  }

  /** The first line, the first two, and so on, as one text each. */
  List<String> wholeLines() {
    List<String> texts = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (String line : lines) {
      text.append(isWordBreak(text, line) ? " " : "").append(line);
      if (text.length() > LONGEST) {
        break;
      }
      texts.add(text.toString());
    }
    return texts;
  }

  /** Only words of letters and digits are parted by the end of a line. */
  private static boolean isWordBreak(StringBuilder text, String next) {
    return !text.isEmpty() && text.charAt(text.length() - 1) < 0x80 && next.charAt(0) < 0x80;
  }
}
