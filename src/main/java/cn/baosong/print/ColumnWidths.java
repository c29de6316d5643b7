package cn.baosong.print;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Shares a table's width: each column holds its longest word, and what is left goes to each by what
 * it lacks, so that no row is higher than it must be. All widths are in full-width characters.
 */
final class ColumnWidths {
  private static final int LATIN_ENDS = 0x2000;
  private static final double PADDING = 1.3;

  /** Chinese of fewer characters a line than this is not read but spelt. */
  private static final double LEGIBLE = 6;

  private final double[] floors;
  private final double[] needs;

  private ColumnWidths(double[] floors, double[] needs) {
    this.floors = floors;
    this.needs = needs;
  }

  static ColumnWidths of(List<String> columns, List<List<String>> rows) {
    return new ColumnWidths(
        widest(columns, rows, ColumnWidths::floor), widest(columns, rows, ColumnWidths::width));
  }

  private static double[] widest(
      List<String> columns, List<List<String>> rows, ToDoubleFunction<String> of) {
    return IntStream.range(0, columns.size())
        .mapToDouble(i -> cells(columns, rows, i).mapToDouble(of).max().orElse(0) + PADDING)
        .toArray();
  }

  private static Stream<String> cells(List<String> columns, List<List<String>> rows, int column) {
    return Stream.concat(Stream.of(columns.get(column)), rows.stream().map(row -> row.get(column)));
  }

  /** The least width at which no word breaks. */
  double least() {
    return DoubleStream.of(floors).sum();
  }

  /**
   * The share of each column in percent, 100 together.
   *
   * @param line the width of the table; below {@link #least} words break
   */
  double[] shares(double line) {
    double[] widths = floors.clone();
    double rest = line - least();
    double lacking = DoubleStream.of(needs).sum() - least();
    if (rest > 0 && lacking > 0) {
      double part = Math.min(1, rest / lacking);
      for (int i = 0; i < widths.length; i++) {
        widths[i] += part * (needs[i] - floors[i]);
      }
    }
    double all = DoubleStream.of(widths).sum();
    return Arrays.stream(widths).map(width -> 100 * width / all).toArray();
  }

  private static double floor(String text) {
    double longest = HeldWords.in(text).mapToDouble(ColumnWidths::width).max().orElse(0);
    return Math.max(longest, Math.min(LEGIBLE, width(text)));
  }

  private static double width(String text) {
    return text.codePoints().mapToDouble(ColumnWidths::width).sum();
  }

  /** A little on the wide side of what the font takes. */
  private static double width(int character) {
    if (character >= LATIN_ENDS) {
      return 1;
    }
    if (Character.isUpperCase(character)) {
      return 0.7;
    }
    return Character.isLetterOrDigit(character) ? 0.57 : 0.4;
  }
}
