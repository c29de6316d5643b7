package cn.baosong.web.page.call;

import cn.baosong.desk.draft.LineDiff;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How a file differs.
 *
 * @param change {@code NEW}, {@code GONE} or {@code CHANGED}
 */
public record FileDiff(String name, String change, List<List<LineDiff.Line>> hunks) {
  /** The files that differ, by name. */
  static List<FileDiff> of(Map<String, String> before, Map<String, String> after) {
    Set<String> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    return names.stream()
        .filter(name -> !before.getOrDefault(name, "").equals(after.getOrDefault(name, "")))
        .map(name -> of(name, before, after))
        .toList();
  }

  private static FileDiff of(String name, Map<String, String> before, Map<String, String> after) {
    String change = before.containsKey(name) ? after.containsKey(name) ? "CHANGED" : "GONE" : "NEW";
    return new FileDiff(
        name, change, LineDiff.of(before.getOrDefault(name, ""), after.getOrDefault(name, "")));
  }

  /** How many lines came. */
  public long came() {
    return count(LineDiff.Kind.NEW);
  }

  /** How many lines went. */
  public long gone() {
    return count(LineDiff.Kind.GONE);
  }

  private long count(LineDiff.Kind kind) {
    return hunks.stream().flatMap(List::stream).filter(line -> line.kind() == kind).count();
  }
}
