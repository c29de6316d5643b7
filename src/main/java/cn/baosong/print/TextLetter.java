package cn.baosong.print;

import cn.baosong.core.notice.Letter;
import cn.baosong.core.notice.Letter.Section;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A letter as plain text that every editor on a clerk's desk opens: UTF-8 with BOM, CRLF. */
final class TextLetter {
  private static final String BOM = "\uFEFF";
  private static final String END = "\r\n";
  private static final int SIGNATURE_LINES = 2;

  private final List<String> lines = new ArrayList<>();

  private TextLetter() {}

  static byte[] of(Letter letter) {
    TextLetter text = new TextLetter();
    text.write(letter);
    return (BOM + String.join(END, text.lines) + END).getBytes(StandardCharsets.UTF_8);
  }

  private void write(Letter letter) {
    lines.addAll(List.of(letter.title(), letter.reference(), "", letter.addressee() + "："));
    letter.sections().forEach(this::section);
    List<String> closing = letter.closing();
    int signed = Math.min(SIGNATURE_LINES, closing.size());
    lines.add("");
    lines.addAll(closing.subList(0, signed));
    lines.add("");
    lines.addAll(closing.subList(signed, closing.size()));
  }

  private void section(Section section) {
    if (!section.heading().isEmpty()) {
      lines.addAll(List.of("", section.heading()));
    }
    section.paragraphs().forEach(paragraph -> lines.addAll(List.of("", "　　" + paragraph)));
    if (!section.columns().isEmpty()) {
      lines.add("");
      section.rows().forEach(row -> row(section.columns(), row));
    }
  }

  /** A two-column row is "label: value"; a wider one names each of its columns. */
  private void row(List<String> columns, List<String> row) {
    if (columns.size() == 2) {
      lines.add(row.get(0) + "：" + row.get(1));
      return;
    }
    for (int i = 0; i < row.size(); i++) {
      lines.add((i == 0 ? "" : "    ") + columns.get(i) + "：" + row.get(i));
    }
    lines.add("");
  }
}
