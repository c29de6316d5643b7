package cn.baosong.reader.call;

import java.util.Set;

/** Unit kinds must be admitted by the call. */
record KindCheck(Set<String> admitted) {
  void check(Entry entry, String name) {
    for (Entry kind : entry.list(name)) {
      if (!admitted.contains(kind.text())) {
        kind.fault(
            "submitters.kinds 里没有单位类别“" + kind.text() + "”",
            "unit kind not admitted: " + kind.text());
      }
    }
  }
}
