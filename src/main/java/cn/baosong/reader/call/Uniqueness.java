package cn.baosong.reader.call;

import java.util.ArrayList;
import java.util.List;

/** An id names one thing within its list. */
final class Uniqueness {
  private Uniqueness() {}

  static void check(Entry root, String list) {
    List<Entry> seen = new ArrayList<>();
    for (Entry entry : root.list(list)) {
      String id = entry.text("id");
      if (seen.stream().anyMatch(e -> e.text("id").equals(id) && !Under.exclude(e, entry))) {
        entry.at("id").fault("编号“" + id + "”重复；同一歧义的不同读法（under）才可以共用编号", "duplicate id");
      }
      if (!id.isEmpty()) {
        seen.add(entry);
      }
    }
  }
}
