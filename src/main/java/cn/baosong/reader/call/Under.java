package cn.baosong.reader.call;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Items of {@code call.yaml} that apply in one reading only: {@code under: {A19: BIRTHDAY}}.
 *
 * @param chosen the reading of each ambiguity that an item names
 */
record Under(Map<String, String> chosen) {
  private static final String KEY = "under";
  private static final List<String> LISTS =
      List.of("rules", "materials", "procedures", "quotas", "selected");

  /** The items of a list that apply. */
  List<Entry> of(Entry place, String list) {
    return place.list(list).stream().filter(this::applies).toList();
  }

  /** Where each item stands among those that apply; nowhere when it does not. */
  Map<String, String> places(Entry root) {
    Map<String, String> places = new HashMap<>();
    for (String list : LISTS) {
      int count = 0;
      for (Entry item : root.list(list)) {
        places.put(item.pointer(), applies(item) ? "/" + list + "/" + count++ : "");
      }
    }
    return places;
  }

  private boolean applies(Entry item) {
    return names(item).stream()
        .allMatch(id -> readings(item, id).contains(chosen.getOrDefault(id, "")));
  }

  /** The ambiguities that an item names. */
  static Set<String> names(Entry item) {
    return item.map(KEY).keySet();
  }

  static Set<String> readings(Entry item, String id) {
    Entry written = item.at(KEY).at(id);
    return written.node().isArray()
        ? written.items().stream().map(Entry::text).collect(Collectors.toSet())
        : Set.of(written.text());
  }

  /** All ambiguities by which items of a call apply or not. */
  static Set<String> named(Entry root) {
    return items(root).flatMap(item -> names(item).stream()).collect(Collectors.toSet());
  }

  /** Two items may bear one id when no reading has both. */
  static boolean exclude(Entry one, Entry other) {
    return names(one).stream()
        .filter(names(other)::contains)
        .anyMatch(id -> readings(one, id).stream().noneMatch(readings(other, id)::contains));
  }

  /** Tells what names no ambiguity of the call, or none of its readings. */
  static void check(Entry root) {
    items(root).map(item -> item.at(KEY)).forEach(under -> check(under, root));
  }

  /**
   * @param under ambiguities and readings, of a call or of a case
   * @param call the root of {@code call.yaml}
   */
  static void check(Entry under, Entry call, String... also) {
    under
        .node()
        .fieldNames()
        .forEachRemaining(
            id -> {
              List<Entry> named =
                  call.list("ambiguities").stream().filter(a -> a.text("id").equals(id)).toList();
              if (named.isEmpty()) {
                under.at(id).fault("ambiguities 里没有歧义“" + id + "”", "unknown ambiguity " + id);
              } else {
                check(under.at(id), named.get(0).texts("readings"), Set.of(also));
              }
            });
  }

  private static void check(Entry written, List<String> readings, Set<String> also) {
    List<Entry> all = written.node().isArray() ? written.items() : List.of(written);
    all.stream()
        .filter(each -> !readings.contains(each.text()) && !also.contains(each.text()))
        .forEach(
            each ->
                each.fault(
                    "该歧义没有读法“" + each.text() + "”，可选：" + String.join("、", readings),
                    "not among readings: " + String.join(", ", readings)));
  }

  private static Stream<Entry> items(Entry root) {
    return Stream.concat(
        LISTS.stream().flatMap(list -> root.list(list).stream()),
        root.at("paper").list("compared").stream());
  }
}
