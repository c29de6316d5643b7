package cn.baosong.reader.call;

import cn.baosong.core.call.Force;
import cn.baosong.core.call.Quota;
import java.util.List;
import java.util.Set;

/** Quotas per unit kind and category. */
final class QuotaReader {
  private final Entry root;
  private final ConditionReader conditions;
  private final KindCheck kinds;
  private final Set<String> categories;
  private final Under under;

  QuotaReader(
      Entry root,
      ConditionReader conditions,
      KindCheck kinds,
      Set<String> categories,
      Under under) {
    this.under = under;
    this.root = root;
    this.conditions = conditions;
    this.kinds = kinds;
    this.categories = categories;
  }

  List<Quota> read() {
    Uniqueness.check(root, "quotas");
    return under.of(root, "quotas").stream().map(this::quota).toList();
  }

  private Quota quota(Entry entry) {
    kinds.check(entry, "units");
    entry
        .optional("category")
        .filter(c -> !categories.contains(c))
        .ifPresent(c -> entry.at("category").fault("登记表的类别字段没有“" + c + "”", "unknown category"));
    Entry composition = entry.at("composition");
    return new Quota(
        entry.text("id"),
        entry.set("units"),
        entry.optional("category"),
        Math.max(0, entry.number("limit", 0)),
        entry.choice("force", Force.class, Force.SOFT),
        conditions.optional(entry.at("exempt")),
        composition.count("atLeast"),
        conditions.optional(composition.at("among")),
        entry.clause("clause"));
  }
}
