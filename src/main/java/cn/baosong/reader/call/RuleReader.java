package cn.baosong.reader.call;

import cn.baosong.core.call.Ambiguity;
import cn.baosong.core.call.Condition;
import cn.baosong.core.call.Force;
import cn.baosong.core.call.Rule;
import java.util.List;

/** Eligibility rules; an option may settle the force of one. */
final class RuleReader {
  private final Entry root;
  private final ConditionReader conditions;
  private final List<Ambiguity> ambiguities;
  private final Under under;

  RuleReader(Entry root, ConditionReader conditions, List<Ambiguity> ambiguities, Under under) {
    this.under = under;
    this.root = root;
    this.conditions = conditions;
    this.ambiguities = ambiguities;
  }

  List<Rule> read() {
    Uniqueness.check(root, "rules");
    return under.of(root, "rules").stream().map(this::rule).toList();
  }

  private Rule rule(Entry entry) {
    return new Rule(
        entry.text("id"),
        force(entry),
        must(entry),
        conditions.optional(entry.at("when")),
        conditions.optional(entry.at("remarkWhen")),
        entry.clause("clause"),
        entry.text("sentence"));
  }

  private Condition must(Entry entry) {
    Entry oneOf = entry.at("oneOf");
    if (oneOf.isPresent() == entry.at("must").isPresent()) {
      entry.fault("must 与 oneOf 要写一个，也只能写一个", "write either must or oneOf");
    }
    return oneOf.isPresent()
        ? claimed(oneOf)
        : conditions.compile(entry.at("must"), entry.text("must"));
  }

  /** One of a printed list of conditions is claimed. */
  private Condition claimed(Entry oneOf) {
    String field = oneOf.text("field");
    for (Entry choice : oneOf.list("choices")) {
      if (conditions.knows(field) && !conditions.choices(field).contains(choice.text("value"))) {
        choice
            .at("value")
            .fault(
                "登记表字段“" + field + "”没有选项“" + choice.text("value") + "”",
                field + " has no choice " + choice.text("value"));
      }
    }
    String each =
        String.join(
            " or ",
            oneOf.list("choices").stream()
                .map(c -> "含(" + field + ", \"" + c.text("value").replace("\"", "") + "\")")
                .toList());
    return conditions.compile(oneOf.at("field"), each);
  }

  /** Unsettled, the milder force applies: nothing is refused on an open reading. */
  private Force force(Entry entry) {
    Force written = entry.choice("force", Force.class, Force.SOFT);
    return ambiguities.stream()
        .filter(a -> a.key().equals("rule." + entry.text("id") + ".force"))
        .findFirst()
        .map(a -> a.settlement().map(s -> Force.valueOf(known(s.reading()))).orElse(Force.SOFT))
        .orElse(written);
  }

  private static String known(String force) {
    return Options.admits("rule.x.force", force) ? force : Force.SOFT.name();
  }
}
