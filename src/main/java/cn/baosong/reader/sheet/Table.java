package cn.baosong.reader.sheet;

import cn.baosong.reader.sheet.Grid.Line;
import cn.baosong.reader.sheet.Remark.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Finds the table in a grid: key–value rows, then the row of headings, then one row a candidate.
 * Titles, merged cells and notes below the table are what real lists have around it.
 */
final class Table {
  /** The heading that every list of people has, whatever the call asks besides. */
  static final String NAME = "姓名";

  /** Keys whose value stands to their right, several pairs in a row if need be. */
  private static final Set<String> HEAD_KEYS = Set.of("通知", "报送单位", "单位代码", "联系人", "联系电话", "电子邮箱");

  /** Numbers printed down the first column for candidates that never came. */
  private static final Pattern COUNTER = Pattern.compile("[0-9]{1,4}[.、]?");

  private final Grid grid;
  private final List<Remark> remarks;
  private final Set<String> names;

  /**
   * @param names headings of the column that every row fills in, any one of which marks the row of
   *     headings
   */
  Table(Grid grid, List<Remark> remarks, Set<String> names) {
    this.grid = grid;
    this.remarks = remarks;
    this.names = names;
  }

  /** Whether any row holds such a heading. */
  boolean isHeaded() {
    return grid.lines().stream().anyMatch(this::hasName);
  }

  private boolean hasName(Line line) {
    return line.cells().values().stream()
        .anyMatch(c -> names.contains(Column.headed(c.text()).name()));
  }

  Optional<Sheet> find() {
    Optional<Line> headings = headings();
    return headings.map(this::under);
  }

  private Optional<Line> headings() {
    return grid.lines().stream()
        .filter(this::hasName)
        .findFirst()
        .or(
            () ->
                grid.lines().stream()
                    .filter(l -> pairs(l).isEmpty() && l.cells().size() > 1)
                    .max(
                        Comparator.<Line>comparingInt(l -> l.cells().size())
                            .thenComparing(Line::number, Comparator.reverseOrder())));
  }

  private Sheet under(Line headings) {
    Map<String, Cell> head = new LinkedHashMap<>();
    SortedMap<Integer, Column> columns = columns(headings);
    List<Row> rows = new ArrayList<>();
    for (Line line : grid.lines()) {
      if (line.number() < headings.number()) {
        pairs(line).forEach(head::putIfAbsent);
      } else if (line.number() > headings.number()) {
        row(line, columns).ifPresent(rows::add);
      }
    }
    return new Sheet(head, List.copyOf(columns.values()), rows);
  }

  /** 报送单位 | 某某厅, 报送单位：某某厅, and any row of exactly a key and a value. */
  private static Map<String, Cell> pairs(Line line) {
    Map<String, Cell> pairs = new LinkedHashMap<>();
    List<Cell> cells = List.copyOf(line.cells().values());
    for (int i = 0; i < cells.size(); i++) {
      String key = key(cells.get(i));
      String inside = afterColon(cells.get(i).text());
      Optional<Cell> right =
          i + 1 < cells.size() ? Optional.of(cells.get(i + 1)) : Optional.empty();
      if (HEAD_KEYS.contains(key) && !inside.isEmpty()) {
        pairs.put(key, new Cell(inside, cells.get(i).trouble(), cells.get(i).place()));
      } else if (HEAD_KEYS.contains(key)) {
        right.filter(c -> !HEAD_KEYS.contains(key(c))).ifPresent(c -> pairs.put(key, c));
      }
    }
    if (pairs.isEmpty() && cells.size() == 2 && !HEAD_KEYS.contains(key(cells.get(1)))) {
      pairs.put(key(cells.get(0)), cells.get(1));
    }
    return pairs;
  }

  private static int colon(String text) {
    int ascii = text.indexOf(':');
    int wide = text.indexOf('：');
    return ascii < 0 || wide < 0 ? Math.max(ascii, wide) : Math.min(ascii, wide);
  }

  private static String key(Cell cell) {
    int colon = colon(cell.text());
    return Column.headed(colon > 0 ? cell.text().substring(0, colon) : cell.text()).name();
  }

  private static String afterColon(String text) {
    return colon(text) > 0 ? text.substring(colon(text) + 1).strip() : "";
  }

  private SortedMap<Integer, Column> columns(Line headings) {
    SortedMap<Integer, Column> columns = new TreeMap<>();
    Set<String> taken = new HashSet<>();
    headings
        .cells()
        .forEach(
            (at, cell) -> {
              Column column = Column.headed(cell.text());
              String name = column.name();
              for (int i = 2; !taken.add(name); i++) {
                name = column.name() + "(" + i + ")";
              }
              if (!name.equals(column.name())) {
                remark(Kind.COLUMN_TWICE, cell.place(), "与另一列标题相同", "repeats another heading");
              }
              columns.put(at, new Column(name, column.original()));
            });
    return columns;
  }

  private Optional<Row> row(Line line, SortedMap<Integer, Column> columns) {
    Map<String, Cell> cells = new LinkedHashMap<>();
    line.cells()
        .forEach(
            (at, cell) -> {
              Column column = columns.get(at);
              if (column == null) {
                remark(
                    Kind.COLUMN_UNNAMED, cell.place(), "所在列没有标题，未予读取", "stands under no heading");
              } else {
                cells.put(column.name(), cell);
              }
            });
    boolean lone =
        cells.size() <= 1 && columns.size() > 2 && names.stream().noneMatch(cells::containsKey);
    if (lone && !cells.values().stream().allMatch(c -> COUNTER.matcher(c.text()).matches())) {
      String at = grid.place() + "!" + line.number();
      remark(Kind.ROW_SKIPPED, at, "不像候选人，未予读取", "does not look like a candidate and was not read");
    }
    return lone || cells.isEmpty() ? Optional.empty() : Optional.of(new Row(line.number(), cells));
  }

  private void remark(Kind kind, String place, String chinese, String english) {
    long alike = remarks.stream().filter(r -> r.kind() == kind).count();
    if (alike < 20) {
      remarks.add(Remark.of(kind, place, chinese, english));
    }
  }
}
