package cn.baosong.reader.call;

import cn.baosong.core.call.Clause;
import cn.baosong.core.call.ComparedField;
import cn.baosong.core.call.PaperPolicy;
import java.util.List;
import java.util.Optional;

/** What stands for the paper, and which fields must agree. */
final class PaperReader {
  private static final int WAIT_DAYS = 15;

  private final Entry paper;
  private final ConditionReader conditions;
  private final Under under;

  PaperReader(Entry paper, ConditionReader conditions, Under under) {
    this.under = under;
    this.paper = paper;
    this.conditions = conditions;
  }

  PaperPolicy read() {
    List<ComparedField> compared =
        under.of(paper, "compared").stream().map(this::compared).toList();
    return new PaperPolicy(
        paper.choice("mode", PaperPolicy.Mode.class, PaperPolicy.Mode.SCAN),
        compared,
        Optional.of(paper.clause("consistency")).filter(Clause::isStated),
        paper.choice("mismatch", PaperPolicy.Mismatch.class, PaperPolicy.Mismatch.REFER),
        paper.flag("declaredSuffices", false),
        paper.number("waitDays", WAIT_DAYS));
  }

  private ComparedField compared(Entry entry) {
    if (!conditions.knows(entry.text("field"))) {
      entry.at("field").fault("登记表里没有字段“" + entry.text("field") + "”", "undeclared field");
    }
    return new ComparedField(
        entry.text("field"),
        entry.choice("kind", ComparedField.Kind.class, ComparedField.Kind.TEXT),
        entry.choice("weight", ComparedField.Weight.class, ComparedField.Weight.MATERIAL));
  }
}
