package cn.baosong.reader.call;

import cn.baosong.core.call.SelectedPeople;
import cn.baosong.reader.sheet.Cell;
import cn.baosong.reader.sheet.Row;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Who stands on the lists of persons selected before, in one case of {@code cases.yaml}. */
final class CaseSelected {
  private final Set<String> lists;

  CaseSelected(Entry call) {
    this.lists =
        call.list("selected").stream().map(list -> list.text("id")).collect(Collectors.toSet());
  }

  Map<String, SelectedPeople> read(Entry entry) {
    Map<String, SelectedPeople> selected = new LinkedHashMap<>();
    for (String id : entry.map().keySet()) {
      if (!lists.contains(id)) {
        entry.at(id).fault("call.yaml 的 selected 里没有名单“" + id + "”", "unknown list " + id);
      }
      selected.put(
          id,
          new SelectedPeople(
              entry.list(id).stream()
                  .map(row -> new SelectedRow(row(row)).person("cases.yaml"))
                  .toList()));
    }
    return selected;
  }

  private static Row row(Entry entry) {
    Map<String, Cell> cells = new LinkedHashMap<>();
    entry.map().forEach((column, text) -> cells.put(column, new Cell(text, Optional.empty(), "")));
    return new Row(entry.source().line(entry.pointer()), cells);
  }
}
