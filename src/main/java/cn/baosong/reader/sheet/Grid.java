package cn.baosong.reader.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The filled cells of one table as they stand, before anyone knows which row is the header. */
final class Grid {
  private final String place;
  private final SheetLimits limits;
  private final CellText texts;
  private final List<Line> lines = new ArrayList<>();

  /**
   * @param place the file, and the sheet where it has several
   * @param texts shared by all grids of a file, for the limits are the file's
   */
  Grid(String place, SheetLimits limits, CellText texts) {
    this.place = place;
    this.limits = limits;
    this.texts = texts;
  }

  /** Cells of one row by column, counted from 0. */
  record Line(int number, SortedMap<Integer, Cell> cells) {}

  String place() {
    return place;
  }

  List<Line> lines() {
    return lines;
  }

  void put(int row, int column, String raw, Optional<Trouble> known) throws Unreadable {
    Optional<Cell> cell = texts.cell(raw, known, place + "!" + letters(column) + row);
    if (cell.isPresent()) {
      if (column >= limits.maxColumns()) {
        throw Unreadable.tooLarge(place);
      }
      line(row).cells().put(column, cell.get());
    }
  }

  private Line line(int row) throws Unreadable {
    if (!lines.isEmpty() && lines.get(lines.size() - 1).number() == row) {
      return lines.get(lines.size() - 1);
    }
    if (lines.size() >= limits.maxRows()) {
      throw Unreadable.tooLarge(place);
    }
    Line line = new Line(row, new TreeMap<>());
    lines.add(line);
    return line;
  }

  /** Column letters as spreadsheets show them: 0 is A, 26 is AA. */
  static String letters(int column) {
    StringBuilder letters = new StringBuilder();
    for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
      letters.insert(0, (char) ('A' + (rest - 1) % 26));
    }
    return letters.toString();
  }
}
