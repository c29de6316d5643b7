package cn.baosong.reader.pack;

import cn.baosong.core.call.FormData;
import cn.baosong.core.call.Value;
import cn.baosong.core.check.FindingCode;
import cn.baosong.core.submission.Defect;
import cn.baosong.core.submission.Opened;
import cn.baosong.core.submission.Stated;
import cn.baosong.reader.archive.Entry;
import cn.baosong.reader.archive.OpenedArchive;
import cn.baosong.reader.sheet.Cell;
import cn.baosong.reader.sheet.Row;
import cn.baosong.reader.sheet.Sheet;
import cn.baosong.reader.sheet.SheetLimits;
import cn.baosong.reader.sheet.SheetReader;
import cn.baosong.reader.sheet.SheetReading;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The hand-made front door: a 报送清单 with one row a candidate, and one folder each. The list is the
 * authority; names of folders and files are hints.
 */
final class HandMadeDoor {
  private static final String LIST = "报送清单";
  private static final List<String> SUFFIXES = List.of(".xlsx", ".csv", ".json", ".xls");

  private final SheetReader sheets = new SheetReader(SheetLimits.safe());

  static boolean fits(OpenedArchive archive) {
    return !lists(archive).isEmpty();
  }

  Opened read(OpenedArchive archive, String name, Papers papers) throws IOException {
    List<Entry> lists = lists(archive);
    if (lists.isEmpty()) {
      return Refusals.unreadable(name, "材料中没有报送清单（报送清单.xlsx、.csv 或 .json），请按模板填写清单后重新报送。");
    }
    if (lists.size() > 1) {
      return Refusals.unreadable(
          name,
          "材料中有多份报送清单（"
              + Refusals.some(lists.stream().map(Entry::path).toList())
              + "）。如是几个单位的材料，请按单位分别打包报送；如是同一单位的，请只保留一份后重新报送。");
    }
    Entry list = lists.get(0);
    if (!papers.mayRead(list)) {
      return Refusals.beyondLimits(list.path());
    }
    SheetReading reading = sheets.read(list.extracted(), list.name());
    List<Defect> defects = new ArrayList<>(papers.warnings(list));
    reading.remarks().stream()
        .map(r -> new Defect(FindingCode.FORM_INVALID.name(), r.place(), r.chinese(), true))
        .forEach(defects::add);
    return reading.sheet().isPresent()
        ? opened(archive, new Listed(list, reading.sheet().get()), papers, defects)
        : Refusals.unreadable(list.path(), "报送清单读不出，请按模板填写后重新报送。").with(defects);
  }

  /** Lists named so; failing that, the only table beside the folders. */
  private static List<Entry> lists(OpenedArchive archive) {
    List<Entry> tables =
        archive.entries().stream().filter(e -> !e.path().contains("/") && isTable(e)).toList();
    List<Entry> named = tables.stream().filter(e -> e.name().contains(LIST)).toList();
    if (!named.isEmpty()) {
      return named;
    }
    List<Entry> deeper =
        archive.entries().stream().filter(e -> isTable(e) && e.name().contains(LIST)).toList();
    return deeper.isEmpty() && tables.size() == 1 ? tables : deeper;
  }

  private static boolean isTable(Entry entry) {
    String lower = entry.name().toLowerCase(Locale.ROOT);
    return SUFFIXES.stream().anyMatch(lower::endsWith);
  }

  /** The list as a file and as what was read of it. */
  private record Listed(Entry file, Sheet sheet) {}

  private static Opened opened(OpenedArchive archive, Listed list, Papers papers, List<Defect> read)
      throws IOException {
    List<ListRow> rows = new ArrayList<>();
    for (Row row : list.sheet().rows()) {
      rows.add(new ListRow(row, rows.size() + 1, list.file().name()));
    }
    List<Entry> files = archive.entries().stream().filter(e -> !e.equals(list.file())).toList();
    Folders folders = Folders.match(rows, files);
    List<Opened.Entry> candidates = new ArrayList<>();
    for (ListRow row : rows) {
      candidates.add(row.entry(papers.describe(inOrder(folders.of(row)))));
    }
    Papers.Described unitLevel = papers.describe(inOrder(folders.unitLevel()));
    List<Defect> defects = new ArrayList<>(read);
    defects.addAll(folders.doubts());
    defects.addAll(unitLevel.defects());
    Map<String, Cell> head = list.sheet().head();
    return new Opened(
        Opened.Outcome.READ,
        stated(head),
        report(head),
        unitLevel.documents(),
        candidates,
        defects,
        Optional.empty());
  }

  private static List<Entry> inOrder(List<Entry> files) {
    return files.stream().sorted(Comparator.comparing(Entry::path)).toList();
  }

  private static Stated stated(Map<String, Cell> head) {
    return new Stated(
        head(head, "通知"),
        head(head, "单位代码"),
        head(head, "报送单位"),
        head(head, "联系人"),
        head(head, "联系电话"),
        head(head, "电子邮箱"));
  }

  private static Optional<String> head(Map<String, Cell> head, String key) {
    return Optional.ofNullable(head.get(key)).map(Cell::text).filter(text -> !text.isBlank());
  }

  private static FormData report(Map<String, Cell> head) {
    Map<String, Value> facts = new LinkedHashMap<>();
    head.forEach((key, cell) -> facts.put(key, new Value.Text(cell.text())));
    return new FormData(facts);
  }
}
