package cn.baosong.desk;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;

/** Prints a list as a workbook, whatever its length. */
public interface SheetPress {
  /**
   * Reads the rows once, one after another; nothing is written before the last was read.
   *
   * @throws IOException when the workbook cannot be written
   */
  void print(Sheet sheet, OutputStream out) throws IOException;

  /**
   * A list.
   *
   * @param heading lines above the columns: what it is, when, by whom, narrowed to what
   * @param rows each with a cell for each column
   */
  record Sheet(String name, List<String> heading, List<Column> columns, Stream<List<Cell>> rows) {
    public Sheet {
      heading = List.copyOf(heading);
      columns = List.copyOf(columns);
    }
  }

  /**
   * A column of the list.
   *
   * @param width in characters
   */
  record Column(String name, int width) {}

  /** What stands in a cell; a text stays a text, whatever it begins with. */
  sealed interface Cell {
    /** Numbers of persons and deliveries, names, words. */
    record Text(String text) implements Cell {}

    /** A date. */
    record Day(LocalDate day) implements Cell {}

    /** A time in the office's zone. */
    record Moment(LocalDateTime at) implements Cell {}

    /** A number to reckon with. */
    record Count(long many) implements Cell {}
  }
}
