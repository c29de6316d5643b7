package cn.baosong.core.notice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A template cut at its blank lines, each part knowing its line.
 *
 * @param title the first line; empty when the text is blank
 */
record TemplateText(String title, List<Part> body, List<Part> smallPrint) {
  private static final String SMALL_PRINT = "---";

  TemplateText {
    body = List.copyOf(body);
    smallPrint = List.copyOf(smallPrint);
  }

  static TemplateText of(String text) {
    List<Part> parts = parts(text.startsWith("\uFEFF") ? text.substring(1) : text);
    if (parts.isEmpty()) {
      return new TemplateText("", List.of(), List.of());
    }
    Part first = parts.get(0);
    List<Part> rest = new ArrayList<>(parts.subList(1, parts.size()));
    if (first.lines().size() > 1) {
      rest.add(0, new Part(first.line() + 1, first.lines().subList(1, first.lines().size())));
    }
    List<Part> above = new ArrayList<>();
    List<Part> below = new ArrayList<>();
    for (Part part : rest) {
      (part.line() < ruleAt(rest) ? above : below).add(part);
    }
    below.removeIf(Part::isRule);
    return new TemplateText(first.lines().get(0), above, below);
  }

  private static int ruleAt(List<Part> parts) {
    return parts.stream()
        .filter(Part::isRule)
        .mapToInt(Part::line)
        .findFirst()
        .orElse(Integer.MAX_VALUE);
  }

  private static List<Part> parts(String text) {
    List<Part> parts = new ArrayList<>();
    List<String> open = new ArrayList<>();
    List<String> lines = text.lines().map(String::strip).toList();
    for (int i = 0; i <= lines.size(); i++) {
      if (i < lines.size() && !lines.get(i).isEmpty()) {
        open.add(lines.get(i));
      } else if (!open.isEmpty()) {
        parts.add(new Part(i - open.size() + 1, open));
        open = new ArrayList<>();
      }
    }
    return parts;
  }

  /**
   * Lines that stand together.
   *
   * @param line number of the first one, counted from 1
   */
  record Part(int line, List<String> lines) {
    Part {
      lines = List.copyOf(lines);
    }

    boolean isRule() {
      return lines.equals(List.of(SMALL_PRINT));
    }

    boolean isHeading() {
      return lines.get(0).startsWith("## ");
    }

    String heading() {
      return joined().substring(3).strip();
    }

    boolean isTable() {
      return lines.stream().anyMatch(line -> line.startsWith("|"));
    }

    /** Chinese text is joined without blanks. */
    String joined() {
      return String.join("", lines);
    }

    /** The lines above the column heads. */
    String lead() {
      return lines.stream().takeWhile(line -> !line.startsWith("|")).collect(Collectors.joining());
    }

    List<List<String>> rows() {
      return lines.stream().filter(line -> line.startsWith("|")).map(Part::cells).toList();
    }

    /**
     * Whether nothing but rows, and a name in double brackets at the end, stands below the heads.
     */
    boolean isWholeTable() {
      List<String> below = lines.stream().dropWhile(line -> !line.startsWith("|")).toList();
      long rows = below.stream().takeWhile(line -> line.startsWith("|")).count();
      return rows + marker().stream().count() == below.size();
    }

    /** The name in double brackets on the last line of a table. */
    Optional<String> marker() {
      return lines.stream()
          .filter(line -> line.startsWith("[[") && line.endsWith("]]"))
          .map(line -> line.substring(2, line.length() - 2).strip())
          .reduce((earlier, later) -> later);
    }

    private static List<String> cells(String line) {
      String inner = line.substring(1, line.endsWith("|") ? line.length() - 1 : line.length());
      return Arrays.stream(inner.split("\\|", -1)).map(String::strip).collect(Collectors.toList());
    }
  }
}
