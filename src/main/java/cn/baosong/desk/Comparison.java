package cn.baosong.desk;

import cn.baosong.core.call.Unit;
import cn.baosong.core.check.Assessment;
import cn.baosong.core.check.Finding;
import cn.baosong.core.check.Outcome;
import cn.baosong.core.decision.Decider;
import cn.baosong.core.decision.Decision;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierNumber;
import cn.baosong.desk.Replayed.Difference;
import cn.baosong.desk.Replayed.Ruled;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A unit as it is stored beside what a replay made of it.
 *
 * @param now its dossiers as they would stand
 * @param standing the decisions that they would stand on
 */
record Comparison(
    Season.Kept kept, Map<DossierNumber, Dossier> now, Map<DossierNumber, Decision> standing) {

  Replayed of(Unit unit, Optional<Assessment> last) {
    List<Difference> differing = new ArrayList<>();
    List<Ruled> ruled = new ArrayList<>();
    for (Dossier stored : kept.dossiers()) {
      Dossier after = now.get(stored.number());
      if (after != null && stored.ruled()) {
        last.map(assessment -> ruled(stored, after, assessment)).ifPresent(ruled::add);
      } else if (after != null) {
        difference(stored, after).ifPresent(differing::add);
      }
    }
    return new Replayed(
        unit.code(),
        Optional.of(unit.name()),
        now.size(),
        kept.dossiers().size() - now.size(),
        differing,
        ruled);
  }

  private static Ruled ruled(Dossier stored, Dossier after, Assessment assessment) {
    Decision opinion = Decider.opinion(after, assessment);
    return new Ruled(
        stored, opinion.state(), opinion.findings().stream().filter(Finding::isTold).toList());
  }

  private Optional<Difference> difference(Dossier stored, Dossier after) {
    List<Decision> history = kept.history().getOrDefault(stored.number(), List.of());
    Decision before = history.get(history.size() - 1);
    Map<String, Finding> told = told(before.findings());
    Map<String, Finding> would =
        told(
            Optional.ofNullable(standing.get(stored.number()))
                .map(Decision::findings)
                .orElse(List.of()));
    Difference difference =
        new Difference(
            stored,
            before.callVersion(),
            after.state(),
            after.department(),
            without(would, told),
            without(told, would));
    boolean same = difference.came().isEmpty() && difference.gone().isEmpty();
    return same && !difference.isOfVerdict() ? Optional.empty() : Optional.of(difference);
  }

  /** What a unit would be told, one a code, rule and outcome: as letters tell a change. */
  private static Map<String, Finding> told(List<Finding> findings) {
    Map<String, Finding> told = new LinkedHashMap<>();
    findings.stream()
        .filter(f -> f.outcome() != Outcome.PASS)
        .forEach(f -> told.putIfAbsent(f.code() + "|" + f.rule() + "|" + f.outcome(), f));
    return told;
  }

  private static List<Finding> without(Map<String, Finding> all, Map<String, Finding> those) {
    return all.entrySet().stream()
        .filter(entry -> !those.containsKey(entry.getKey()))
        .map(Map.Entry::getValue)
        .toList();
  }
}
