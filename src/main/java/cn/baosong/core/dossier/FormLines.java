package cn.baosong.core.dossier;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Brings the lines of a text layer to one way of typing, before labels are looked for. */
final class FormLines {
  private static final Pattern BLANKS = Pattern.compile(" +");

  private FormLines() {}

  /** Half width, plain ideographs, single blanks, no empty lines. */
  static String plain(String text) {
    return text.lines()
        .map(FormLines::line)
        .filter(l -> !l.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private static String line(String written) {
    // A PDF often names 工 by its Kangxi radical ⼯, which looks the same and is another character.
    String plain = Typing.plainIdeographs(Typing.halfWidth(written));
    return BLANKS.matcher(plain).replaceAll(" ").strip();
  }
}
