package cn.baosong.reader.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The header of a message or of one of its parts; the first field of a name counts. */
final class MailHeader {
  private final List<Line> lines = new ArrayList<>();

  /**
   * One field.
   *
   * @param name in lower case
   * @param latin its value unfolded, one byte a character
   */
  record Line(String name, String latin) {}

  void add(String name, String latin) {
    lines.add(new Line(name, latin));
  }

  List<Line> lines() {
    return lines;
  }

  /** The first of a name, one byte a character. */
  Optional<String> latin(String name) {
    return lines.stream().filter(l -> l.name().equals(name)).map(Line::latin).findFirst();
  }

  /** The first of a name as people read it. */
  Optional<String> text(String name) {
    return latin(name).map(EncodedWords::decode).map(MailHeader::oneLine);
  }

  boolean has(String name) {
    return lines.stream().anyMatch(l -> l.name().equals(name));
  }

  /** Control characters of a sender never reach a page or a log. */
  static String oneLine(String text) {
    return text.codePoints()
        .map(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029 ? ' ' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString()
        .strip();
  }
}
