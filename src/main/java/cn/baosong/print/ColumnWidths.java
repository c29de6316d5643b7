package cn.baosong.print;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Shares a table's width fairly: a column that needs less than its share gets what it needs, the
 * others part the rest.
 */
final class ColumnWidths {
  /** Full-width characters of 10.5 pt between the margins of the page. */
  private static final double LINE = 42;

  private static final double PADDING = 1.6;

  private ColumnWidths() {}

  /** The share of each column in percent, 100 together. */
  static double[] of(List<String> columns, List<List<String>> rows) {
    double[] needs =
        IntStream.range(0, columns.size()).mapToDouble(i -> need(columns, rows, i)).toArray();
    double share = fairShare(needs);
    double[] widths = new double[needs.length];
    double all = 0;
    for (int i = 0; i < needs.length; i++) {
      widths[i] = Math.min(needs[i], share);
      all += widths[i];
    }
    for (int i = 0; i < widths.length; i++) {
      widths[i] = 100 * widths[i] / all;
    }
    return widths;
  }

  /** The width that no column exceeds when those that need less have given up the rest. */
  private static double fairShare(double[] needs) {
    double[] ascending = needs.clone();
    Arrays.sort(ascending);
    double left = LINE;
    for (int i = 0; i < ascending.length; i++) {
      double share = left / (ascending.length - i);
      if (ascending[i] > share) {
        return share;
      }
      left -= ascending[i];
    }
    return LINE;
  }

  private static double need(List<String> columns, List<List<String>> rows, int column) {
    double longest = width(columns.get(column));
    for (List<String> row : rows) {
      longest = Math.max(longest, width(row.get(column)));
    }
    return longest + PADDING;
  }

  /** Length in full-width characters; a Latin letter is a little more than half of one. */
  private static double width(String text) {
    return text.codePoints().mapToDouble(c -> c < 0x2000 ? 0.6 : 1).sum();
  }
}
