package cn.baosong.reader.sheet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A list of candidates.
 *
 * @param head the key–value rows above the table (通知, 报送单位, 单位代码 …), by key without blanks
 * @param columns in the order of the list, each name once
 * @param rows that hold anything
 */
public record Sheet(Map<String, Cell> head, List<Column> columns, List<Row> rows) {
  public Sheet {
    head = Collections.unmodifiableMap(new LinkedHashMap<>(head));
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  public Optional<Cell> head(String key) {
    return Optional.ofNullable(head.get(key));
  }

  /**
   * The same list under the field names of a form, wherever a heading says the same in other
   * brackets, widths or blanks. Other columns keep their names.
   */
  public Sheet named(Collection<String> fields) {
    Map<String, String> free = new HashMap<>();
    fields.forEach(field -> free.putIfAbsent(Column.key(field), field));
    columns.stream()
        .map(Column::name)
        .filter(fields::contains)
        .map(Column::key)
        .forEach(free::remove);
    Map<String, String> names = new HashMap<>();
    List<Column> renamed = new ArrayList<>();
    for (Column column : columns) {
      String name =
          Objects.requireNonNullElse(free.remove(Column.key(column.name())), column.name());
      names.put(column.name(), name);
      renamed.add(new Column(name, column.original()));
    }
    return new Sheet(head, renamed, rows.stream().map(r -> renamed(r, names)).toList());
  }

  private static Row renamed(Row row, Map<String, String> names) {
    Map<String, Cell> cells = new LinkedHashMap<>();
    row.cells().forEach((name, cell) -> cells.put(names.getOrDefault(name, name), cell));
    return new Row(row.lineNumber(), cells);
  }
}
