package cn.baosong.reader.units;

import java.util.ArrayList;
import java.util.List;

/** Comma separated text (RFC 4180): rows of fields with the line on which each row begins. */
final class CsvLines {
  private final String text;
  private int at;
  private int line = 1;

  private CsvLines(String text) {
    this.text = text;
  }

  /** A row that is not blank. */
  record Row(int line, List<String> fields) {
    String field(int column) {
      return column >= 0 && column < fields.size() ? fields.get(column).strip() : "";
    }
  }

  static List<Row> read(String text) {
    return new CsvLines(text.startsWith("\uFEFF") ? text.substring(1) : text).rows();
  }

  private List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    while (at < text.length()) {
      int begins = line;
      List<String> fields = row();
      if (fields.stream().anyMatch(f -> !f.isBlank()) && !fields.get(0).startsWith("#")) {
        rows.add(new Row(begins, List.copyOf(fields)));
      }
    }
    return rows;
  }

  private List<String> row() {
    List<String> fields = new ArrayList<>();
    while (true) {
      fields.add(at < text.length() && text.charAt(at) == '"' ? quoted() : plain());
      if (at >= text.length()) {
        return fields;
      }
      char end = text.charAt(at++);
      if (end == '\r' && at < text.length() && text.charAt(at) == '\n') {
        at++;
      }
      if (end != ',') {
        line++;
        return fields;
      }
    }
  }

  private String plain() {
    int from = at;
    while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return text.substring(from, at);
  }

  private String quoted() {
    StringBuilder field = new StringBuilder();
    at++;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"' && (at >= text.length() || text.charAt(at) != '"')) {
        return field + plain();
      }
      at += c == '"' ? 1 : 0;
      line += c == '\n' ? 1 : 0;
      field.append(c);
    }
    return field.toString();
  }
}
