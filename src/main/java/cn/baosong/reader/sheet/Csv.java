package cn.baosong.reader.sheet;

import java.util.Optional;

/**
 * Comma, semicolon or tab separated text (RFC 4180 with what Excel and WPS make of it): quoted
 * fields may hold separators, line breaks and doubled quotes.
 */
final class Csv {
  private static final String SEPARATORS = ",;\t";

  private final String text;
  private final char separator;
  private final Grid grid;
  private final StringBuilder field = new StringBuilder();
  private int at;
  private int line = 1;

  private Csv(String text, Grid grid) {
    this.text = text;
    this.separator = separator(text);
    this.grid = grid;
  }

  static void read(String text, Grid grid) throws Unreadable {
    new Csv(text, grid).read();
  }

  private void read() throws Unreadable {
    int row = line;
    int column = 0;
    while (at < text.length()) {
      readField();
      grid.put(row, column++, field.toString(), Optional.empty());
      field.setLength(0);
      if (at < text.length() && text.charAt(at++) != separator) {
        lineEnd();
        row = line;
        column = 0;
      }
    }
  }

  private void readField() throws Unreadable {
    boolean quoted = at < text.length() && text.charAt(at) == '"';
    if (quoted) {
      at++;
      readQuoted();
    }
    while (at < text.length() && text.charAt(at) != separator && !isBreak(text.charAt(at))) {
      field.append(text.charAt(at++));
    }
  }

  private void readQuoted() throws Unreadable {
    for (; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"') {
        at++;
        if (at >= text.length() || text.charAt(at) != '"') {
          return;
        }
      } else if (c == '\n'
          || c == '\r' && (at + 1 >= text.length() || text.charAt(at + 1) != '\n')) {
        line++;
      }
      field.append(c);
    }
    throw new Unreadable(
        Remark.Kind.UNREADABLE, grid.place(), "的引号不配对", "has a quote that is never closed");
  }

  /** The break itself has been passed; \r\n counts once. */
  private void lineEnd() {
    if (text.charAt(at - 1) == '\r' && at < text.length() && text.charAt(at) == '\n') {
      at++;
    }
    line++;
  }

  private static boolean isBreak(char c) {
    return c == '\n' || c == '\r';
  }

  /** Whatever separates the headings; the comma when nothing does. */
  private static char separator(String text) {
    String sample = text.lines().filter(l -> l.contains(Table.NAME)).findFirst().orElse(text);
    char best = ',';
    for (char candidate : SEPARATORS.toCharArray()) {
      if (count(sample, candidate) > count(sample, best)) {
        best = candidate;
      }
    }
    return best;
  }

  private static long count(String sample, char wanted) {
    return sample.chars().filter(c -> c == wanted).count();
  }
}
