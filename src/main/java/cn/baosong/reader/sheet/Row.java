package cn.baosong.reader.sheet;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One candidate as the list states it.
 *
 * @param lineNumber as the clerk counts, from 1
 * @param cells by column name, in the order of the columns; blank cells are absent
 */
public record Row(int lineNumber, Map<String, Cell> cells) {
  public Row {
    cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
  }

  public Optional<Cell> cell(String column) {
    return Optional.ofNullable(cells.get(column));
  }
}
