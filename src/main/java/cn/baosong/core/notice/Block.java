package cn.baosong.core.notice;

import java.util.List;
import java.util.Optional;

/** A part of a template between blank lines. */
sealed interface Block {
  record Heading(String text) implements Block {}

  record Paragraph(String text) implements Block {}

  /**
   * A table.
   *
   * @param lead text that leads to it, and goes when it goes; may be empty
   * @param rows rows written out in the template, with facts in their cells
   * @param filled the table of the record that follows them
   */
  record Table(String lead, List<String> columns, List<List<String>> rows, Optional<Rows> filled)
      implements Block {
    public Table {
      columns = List.copyOf(columns);
      rows = rows.stream().map(List::copyOf).toList();
    }
  }
}
