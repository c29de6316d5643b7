package cn.baosong.reader.call;

import cn.baosong.core.call.Force;
import cn.baosong.core.call.Quota;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Quotas per unit kind and category. */
final class QuotaReader {
  private static final String NONE = "none";

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
    Quota.Per per = entry.choice("per", Quota.Per.class, Quota.Per.UNIT);
    boolean unlimited = entry.text("limit").equals(NONE);
    if (per == Quota.Per.CALL) {
      checkShared(entry, unlimited);
    } else if (!unlimited && !entry.at("force").isPresent()) {
      entry.fault("名额要写明效力 force：HARD 或 SOFT", "a limit states its force");
    }
    return new Quota(
        entry.text("id"),
        entry.set("units"),
        entry.optional("category"),
        per,
        unlimited ? Optional.empty() : Optional.of(Math.max(0, entry.number("limit", 0))),
        entry.choice("force", Force.class, Force.SOFT),
        conditions.optional(entry.at("exempt")),
        composition.count("atLeast"),
        conditions.optional(composition.at("among")),
        entry.clause("clause"));
  }

  /** Which of several units gives way no notice says: a shared number is only shown. */
  private static void checkShared(Entry entry, boolean unlimited) {
    if (entry.text("force").equals(Force.HARD.name())) {
      entry.at("force").fault("各单位合用的名额只提示，force 写 SOFT", "a shared quota only remarks");
    }
    for (String word : List.of("exempt", "composition")) {
      if (entry.at(word).isPresent()) {
        entry.at(word).fault("各单位合用的名额只数人数，不能写 " + word, "a shared quota only counts heads");
      }
    }
    if (unlimited) {
      entry.at("limit").fault("各单位合用的名额要写人数", "a shared quota states a number");
    }
  }
}
