package cn.baosong.core.check;

import cn.baosong.core.call.Force;
import cn.baosong.core.call.Rule;
import cn.baosong.core.call.Truth;
import cn.baosong.core.check.Subject.Ground;
import cn.baosong.core.dossier.Dossier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The notice's conditions for candidates; what a failed one may do is its force. */
final class EligibilityCheck implements Check {
  @Override
  public CheckName name() {
    return CheckName.ELIGIBILITY;
  }

  @Override
  public List<Finding> examine(Assessment soFar) {
    UnitCase facts = soFar.facts();
    List<Finding> found = new ArrayList<>();
    for (Dossier dossier : Succession.of(facts).examined()) {
      Set<String> absent = MissingFields.of(dossier.form(), facts.call().form());
      for (Rule rule : facts.call().rules()) {
        examine(rule, dossier, absent).ifPresent(found::add);
      }
      found.addAll(SelectedBefore.of(dossier, facts.call(), absent));
    }
    return found;
  }

  private static Optional<Finding> examine(Rule rule, Dossier dossier, Set<String> absent) {
    Truth applies = rule.when().map(w -> w.test(dossier.form())).orElse(Truth.TRUE);
    return switch (applies) {
      case FALSE -> Optional.empty();
      case UNDECIDED -> undecided(rule, dossier, absent);
      case TRUE ->
          switch (rule.must().test(dossier.form())) {
            case TRUE -> border(rule, dossier);
            case FALSE -> Optional.of(failed(rule, dossier));
            case UNDECIDED -> undecided(rule, dossier, absent);
          };
    };
  }

  private static Finding failed(Rule rule, Dossier dossier) {
    return switch (rule.force()) {
      case HARD -> finding(rule, dossier, FindingCode.INELIGIBLE, Outcome.BLOCK, rule.sentence());
      case SOFT ->
          finding(
              rule,
              dossier,
              FindingCode.INELIGIBLE,
              Outcome.REFER,
              rule.sentence() + "请单位说明理由，由工作人员认定。");
      case MERIT ->
          finding(
              rule,
              dossier,
              FindingCode.FORM_INVALID,
              Outcome.CORRECT,
              rule.sentence() + "请注明所符合的条件并附佐证材料。");
    };
  }

  /** A rule that waits for a required field is silent: the field itself is asked for already. */
  private static Optional<Finding> undecided(Rule rule, Dossier dossier, Set<String> absent) {
    Set<String> needs = fields(rule);
    if (needs.stream().anyMatch(absent::contains)) {
      return Optional.empty();
    }
    if (rule.force() == Force.MERIT && needs.stream().noneMatch(dossier.form()::isFilled)) {
      return Optional.of(failed(rule, dossier));
    }
    return Optional.of(
        finding(
            rule,
            dossier,
            FindingCode.RULE_UNDECIDED,
            Outcome.REFER,
            rule.sentence() + "现有信息不足以判断，由工作人员认定。"));
  }

  private static Optional<Finding> border(Rule rule, Dossier dossier) {
    return rule.remarkWhen()
        .filter(border -> border.test(dossier.form()) == Truth.TRUE)
        .map(
            border ->
                finding(
                    rule, dossier, FindingCode.BORDER_CASE, Outcome.REMARK, "符合条件，但处于界限上，提请注意。"));
  }

  private static Finding finding(
      Rule rule, Dossier dossier, FindingCode code, Outcome outcome, String sentence) {
    return Subject.of(dossier)
        .finding(
            code, outcome, new Ground(rule.id(), rule.clause()), observed(rule, dossier), sentence);
  }

  private static String observed(Rule rule, Dossier dossier) {
    return fields(rule).stream()
        .map(field -> field + "：" + dossier.form().text(field).orElse("（未填）"))
        .collect(Collectors.joining("；"));
  }

  private static Set<String> fields(Rule rule) {
    Set<String> fields = new TreeSet<>(rule.must().fields());
    rule.when().ifPresent(when -> fields.addAll(when.fields()));
    return fields;
  }
}
