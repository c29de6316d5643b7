package cn.baosong.reader.call;

import cn.baosong.core.call.CallFault;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Totals that a notice prints beside its quotas. They decide nothing; where the printed numbers do
 * not add up the author is told, for the notice is as it is.
 */
final class Totals {
  private final Entry root;
  private final Map<String, Integer> limits;

  Totals(Entry root) {
    this.root = root;
    this.limits =
        root.list("quotas").stream()
            .collect(Collectors.toMap(q -> q.text("id"), q -> q.number("limit", 0), (a, b) -> a));
  }

  List<CallFault> remarks() {
    Faults remarks = new Faults();
    for (Entry total : root.list("totals")) {
      int stated = total.number("stated", 0);
      int sum = total.list("parts").stream().mapToInt(this::limit).sum();
      if (sum != stated) {
        String parts =
            total.list("parts").stream()
                .map(part -> Integer.toString(limit(part)))
                .collect(Collectors.joining("+"));
        remarks.add(
            total.source(),
            total.pointer(),
            "“%s”通知写%d，各项相加 %s=%d，对不上；只显示，不核".formatted(total.text("name"), stated, parts, sum),
            "stated %d, the parts add up to %d".formatted(stated, sum));
      }
    }
    return remarks.all();
  }

  /** A part is a number as it is printed, or the limit of a quota by its id. */
  private int limit(Entry part) {
    if (part.node().canConvertToInt()) {
      return part.node().intValue();
    }
    if (!limits.containsKey(part.text())) {
      part.fault("quotas 里没有名额“" + part.text() + "”", "unknown id " + part.text());
    }
    return limits.getOrDefault(part.text(), 0);
  }
}
