package cn.baosong.reader.call;

import java.util.HashSet;
import java.util.Set;

/** An id names one thing within its list. */
final class Uniqueness {
  private Uniqueness() {}

  static void check(Entry root, String list) {
    Set<String> seen = new HashSet<>();
    for (Entry entry : root.list(list)) {
      if (!entry.text("id").isEmpty() && !seen.add(entry.text("id"))) {
        entry.at("id").fault("编号“" + entry.text("id") + "”重复", "duplicate id");
      }
    }
  }
}
