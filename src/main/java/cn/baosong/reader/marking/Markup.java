package cn.baosong.reader.marking;

import cn.baosong.core.submission.MarkingSearch;
import java.util.Locale;
import java.util.Set;

/**
 * Takes the text out of XML and HTML of any kind, as little of a parser as it can be: tags go,
 * those that end a line leave one, character references are resolved, and attributes are texts of
 * their own (a watermark of Word stands in one). No entity is ever expanded.
 */
final class Markup {
  /** Paragraphs, rows and cells of HTML, Word, Excel, OFD and ODF. */
  private static final Set<String> BREAKS =
      Set.of(
          "p",
          "br",
          "div",
          "tr",
          "td",
          "th",
          "li",
          "h1",
          "h2",
          "h3",
          "title",
          "tc",
          "si",
          "c",
          "row",
          "textcode",
          "h",
          "table-cell",
          "v",
          "is",
          "option");

  private static final String CDATA = "![CDATA[";
  private static final int LONGEST = 4096;

  private final MarkingSearch search;
  private final MarkingSearch attributes = new MarkingSearch();
  private final StringBuilder tag = new StringBuilder();
  private final StringBuilder reference = new StringBuilder();
  private final StringBuilder text = new StringBuilder();
  private boolean inTag;
  private boolean inReference;

  Markup(MarkingSearch search) {
    this.search = search;
  }

  void read(char[] chunk, int length) {
    for (int i = 0; i < length; i++) {
      read(chunk[i]);
    }
  }

  /** Hands on what was read so far. */
  void end() {
    endReference("");
    noTag();
    flush();
  }

  private void flush() {
    search.read(text);
    text.setLength(0);
  }

  private void read(char c) {
    if (c == '<') {
      endReference("");
      noTag();
      inTag = true;
    } else if (inTag) {
      tag(c);
    } else if (c == '&') {
      endReference("");
      inReference = true;
    } else if (inReference) {
      reference(c);
    } else {
      text.append(c);
      if (text.length() > LONGEST) {
        flush();
      }
    }
  }

  private void tag(char c) {
    if (c == '>') {
      inTag = false;
      endTag();
      tag.setLength(0);
    } else {
      tag.append(c);
      if (tag.length() > LONGEST) {
        noTag();
      }
    }
  }

  /** A sign that stands for "less", or text in another wrapping: it is text after all. */
  private void noTag() {
    inTag = false;
    text.append(tag);
    tag.setLength(0);
  }

  private void reference(char c) {
    if (c == ';') {
      endReference(";");
    } else if (reference.length() < 10 && (Character.isLetterOrDigit(c) || c == '#')) {
      reference.append(c);
    } else {
      endReference("");
      read(c);
    }
  }

  private void endReference(String end) {
    if (inReference) {
      inReference = false;
      String name = reference.toString();
      reference.setLength(0);
      text.append(resolved(name, end));
    }
  }

  private static String resolved(String name, String end) {
    try {
      if (name.startsWith("#x") || name.startsWith("#X")) {
        return Character.toString(Integer.parseInt(name.substring(2), 16));
      }
      if (name.startsWith("#")) {
        return Character.toString(Integer.parseInt(name.substring(1)));
      }
    } catch (IllegalArgumentException none) {
      return "&" + name + end;
    }
    return switch (name) {
      case "nbsp", "ensp", "emsp", "thinsp" -> " ";
      case "zwj", "zwnj", "shy" -> "";
      case "star", "starf", "bigstar" -> "★";
      case "ast" -> "*";
      default -> "&" + name + end;
    };
  }

  private void endTag() {
    String written = tag.toString();
    if (written.startsWith("!")) {
      text.append(written.startsWith(CDATA) ? written.substring(CDATA.length()) : written);
      return;
    }
    String name = name(written);
    if (BREAKS.contains(name)) {
      text.append('\n');
    }
    attributes(written, name.equals("sym"));
  }

  private static String name(String tag) {
    int from = tag.startsWith("/") ? 1 : 0;
    int to = from;
    while (to < tag.length() && !Character.isWhitespace(tag.charAt(to)) && tag.charAt(to) != '/') {
      to++;
    }
    String whole = tag.substring(from, to).toLowerCase(Locale.ROOT);
    return whole.substring(whole.indexOf(':') + 1);
  }

  /** Quoted values; of a symbol of Word, the character that it stands for. */
  private void attributes(String tag, boolean symbol) {
    int from = -1;
    char quote = 0;
    for (int i = 0; i < tag.length(); i++) {
      char c = tag.charAt(i);
      if (from < 0 && (c == '"' || c == '\'')) {
        from = i + 1;
        quote = c;
      } else if (from >= 0 && c == quote) {
        value(tag.substring(from, i), symbol);
        from = -1;
      }
    }
  }

  private void value(String value, boolean symbol) {
    if (symbol && value.matches("[0-9A-Fa-f]{4}")) {
      text.append((char) Integer.parseInt(value, 16));
    } else if (value.codePoints().anyMatch(c -> c > 0x7F || c == '&')) {
      Markup inner = new Markup(attributes);
      inner.read(value.toCharArray(), value.length());
      inner.end();
      search.add(attributes.end());
    }
  }
}
