package cn.baosong.core.check;

import cn.baosong.core.call.Condition;
import cn.baosong.core.call.Force;
import cn.baosong.core.call.Quota;
import cn.baosong.core.call.Truth;
import cn.baosong.core.check.Subject.Ground;
import cn.baosong.core.dossier.Dossier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One quota counted over a unit's candidates. Nobody falls away by order of arrival: on overflow
 * the list goes back to the unit, all newcomers together, and those already accepted stay.
 */
final class QuotaCount {
  private final Quota quota;
  private final Counted counted;
  private final List<List<Dossier>> bound;

  QuotaCount(Quota quota, Counted counted) {
    this.quota = quota;
    this.counted = counted;
    this.bound =
        counted.of(quota.category()).stream()
            .filter(c -> test(quota.exempt(), c) != Truth.TRUE)
            .toList();
  }

  List<Finding> findings() {
    List<Finding> found = new ArrayList<>();
    quota.limit().ifPresent(most -> found.addAll(limit(most)));
    found.addAll(composition());
    return found;
  }

  private List<Finding> limit(int most) {
    SetAside aside = SetAside.of(bound, counted.succession());
    int all = bound.size();
    int chosen = all - aside.candidates().size();
    if (all <= most) {
      return List.of();
    }
    if (chosen <= most) {
      return aside.candidates().stream().flatMap(c -> leftOut(c).stream()).toList();
    }
    long surelyCounted =
        bound.stream()
            .filter(c -> !aside.candidates().contains(c))
            .filter(c -> quota.exempt().isEmpty() || test(quota.exempt(), c) == Truth.FALSE)
            .count();
    Outcome outcome = surelyCounted > most ? overflow() : Outcome.REFER;
    return told(FindingCode.QUOTA_EXCEEDED, outcome, all + "名", exceeded(outcome, most, all));
  }

  private Outcome overflow() {
    return switch (quota.force()) {
      case HARD -> Outcome.CORRECT;
      case SOFT, MERIT -> Outcome.REMARK;
    };
  }

  private String exceeded(Outcome outcome, int most, int all) {
    String count =
        "%s推荐指标为%d名，实际推荐%d名。"
            .formatted(quota.category().map(c -> "“" + c + "”").orElse(""), most, all);
    return switch (outcome) {
      case CORRECT -> count + "请单位自行排序，在指标内重新报送名单；本单位不代为取舍。";
      case REFER -> count + "其中有人选是否占用指标不能确定，由工作人员认定。";
      case PASS, REMARK, BLOCK -> count;
    };
  }

  private List<Finding> composition() {
    if (quota.atLeast().isEmpty() || quota.among().isEmpty() || bound.isEmpty()) {
      return List.of();
    }
    int least = quota.atLeast().get();
    long surely = bound.stream().filter(c -> test(quota.among(), c) == Truth.TRUE).count();
    if (surely >= least) {
      return List.of();
    }
    boolean content = readings().stream().allMatch(reading -> surely >= asked(reading, least));
    Outcome outcome = content || quota.force() != Force.HARD ? Outcome.REMARK : Outcome.REFER;
    return told(
        FindingCode.QUOTA_COMPOSITION,
        outcome,
        bound.size() + "名中" + surely + "名",
        "所推荐人选的构成要求不少于%d名，可确认%d名%s"
            .formatted(least, surely, outcome == Outcome.REFER ? "，由工作人员认定。" : "，提请注意。"));
  }

  private List<String> readings() {
    return counted.succession().facts().call().readings(Options.COMPOSITION, Options.ALWAYS);
  }

  /** How many a reading asks for, given how many are recommended (A36). */
  private int asked(String reading, int least) {
    return switch (reading) {
      case Options.WHEN_ENOUGH -> bound.size() < least ? 0 : least;
      case Options.IN_PROPORTION ->
          quota.limit().map(most -> proportion(least, most)).orElse(least);
      default -> least;
    };
  }

  private int proportion(int least, int most) {
    return (least * bound.size() + most - 1) / Math.max(1, most);
  }

  private List<Finding> told(FindingCode code, Outcome outcome, String observed, String sentence) {
    return bound.stream()
        .flatMap(List::stream)
        .filter(d -> d.state().isOpen() && !d.ruled())
        .map(d -> Subject.of(d).finding(code, outcome, ground(), observed, sentence))
        .toList();
  }

  /** The unit has answered an overflow with its own order. */
  private List<Finding> leftOut(List<Dossier> candidate) {
    return candidate.stream()
        .map(
            d ->
                Subject.of(d)
                    .finding(
                        FindingCode.LIST_CHANGED,
                        Outcome.REFER,
                        ground(),
                        "",
                        "单位在指标内重新报送的名单未列入该人选，由工作人员核实后办理撤回。"))
        .toList();
  }

  private Ground ground() {
    return new Ground(quota.id(), quota.clause());
  }

  private static Truth test(Optional<Condition> condition, List<Dossier> candidate) {
    return condition.map(c -> c.test(candidate.get(0).form())).orElse(Truth.FALSE);
  }
}
