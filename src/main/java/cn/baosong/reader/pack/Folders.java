package cn.baosong.reader.pack;

import cn.baosong.core.check.FindingCode;
import cn.baosong.core.dossier.PersonName;
import cn.baosong.core.submission.Defect;
import cn.baosong.reader.archive.Entry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which files belong to whom: a folder by its name or number, a loose file by the name in it. What
 * fits no one is told, never guessed.
 */
final class Folders {
  private final List<ListRow> rows;
  private final Map<ListRow, List<Entry>> byRow = new LinkedHashMap<>();
  private final List<Entry> unitLevel = new ArrayList<>();
  private final Map<String, Integer> strangers = new LinkedHashMap<>();

  private Folders(List<ListRow> rows) {
    this.rows = rows;
  }

  static Folders match(List<ListRow> rows, List<Entry> files) {
    Folders folders = new Folders(rows);
    files.forEach(folders::place);
    folders.giveAllToTheOnlyOne();
    return folders;
  }

  List<Entry> of(ListRow row) {
    return byRow.getOrDefault(row, List.of());
  }

  List<Entry> unitLevel() {
    return List.copyOf(unitLevel);
  }

  /** Folders that fit no candidate of the list. */
  List<Defect> doubts() {
    return strangers.entrySet().stream()
        .map(
            folder ->
                new Defect(
                    FindingCode.MATERIAL_INVALID.name(),
                    folder.getKey(),
                    "文件夹“" + folder.getKey() + "”与清单中的人选对应不上，请按“序号-姓名”命名后补报。",
                    false))
        .toList();
  }

  private void place(Entry file) {
    int slash = file.path().indexOf('/');
    String label = slash < 0 ? stem(file.name()) : file.path().substring(0, slash);
    Optional<ListRow> row = rowOf(label, slash < 0);
    if (row.isPresent()) {
      byRow.computeIfAbsent(row.get(), r -> new ArrayList<>()).add(file);
      return;
    }
    unitLevel.add(file);
    if (slash > 0 && label.matches("\\d+.*")) {
      strangers.merge(label, 1, Integer::sum);
    }
  }

  /** Of a package without folders whose list holds one person, all files are that person's too. */
  private void giveAllToTheOnlyOne() {
    if (rows.size() == 1 && byRow.isEmpty()) {
      byRow.put(rows.get(0), List.copyOf(unitLevel));
    }
  }

  /** By name first; of several of one name, by number. A loose file must hold the name. */
  private Optional<ListRow> rowOf(String label, boolean loose) {
    String folded = fold(label);
    List<ListRow> named =
        rows.stream()
            .filter(row -> !row.name().isEmpty() && folded.contains(fold(row.name())))
            .toList();
    List<ListRow> longest = longest(named);
    if (longest.size() == 1) {
      return Optional.of(longest.get(0));
    }
    List<ListRow> pool = longest.isEmpty() ? rows : longest;
    Optional<Integer> number = number(label);
    if (loose && longest.isEmpty()) {
      return Optional.empty();
    }
    return number.flatMap(
        n ->
            pool.stream()
                .filter(row -> row.rank() == n && (!longest.isEmpty() || bare(label)))
                .findFirst());
  }

  /** 张三 stands in 张三丰 too: the longest name that fits is meant. */
  private static List<ListRow> longest(List<ListRow> named) {
    int length = named.stream().mapToInt(row -> fold(row.name()).length()).max().orElse(0);
    return named.stream().filter(row -> fold(row.name()).length() == length).toList();
  }

  /** A label that is a number and nothing else. */
  private static boolean bare(String label) {
    return label.matches("\\d{1,4}[.、_-]?");
  }

  private static Optional<Integer> number(String label) {
    String digits = label.replaceFirst("^(\\d{1,4}).*$", "$1");
    return digits.matches("\\d{1,4}") ? Optional.of(Integer.valueOf(digits)) : Optional.empty();
  }

  private static String fold(String text) {
    return PersonName.read(text).text().replace("·", "").replaceAll("\\s+", "");
  }

  private static String stem(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0 ? name : name.substring(0, dot);
  }
}
