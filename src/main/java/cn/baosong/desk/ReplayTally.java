package cn.baosong.desk;

import cn.baosong.core.check.Finding;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.desk.Replayed.Difference;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The sum of a replay, as it grows unit by unit. */
public final class ReplayTally {
  private final Map<String, Change> changes = new TreeMap<>();
  private final Map<String, Rule> rules = new TreeMap<>();
  private long units;
  private long unknownUnits;
  private long dossiers;
  private long undecided;
  private long differing;
  private long otherGrounds;
  private long ruled;

  /** How many dossiers went from one state to another. */
  public record Change(DossierState from, DossierState to, long count) {}

  /**
   * How many dossiers a rule made the difference to.
   *
   * @param rule the call's own id; empty for a finding of the house
   */
  public record Rule(String code, String rule, String clause, String clausePlace, long count) {}

  /**
   * The sum.
   *
   * @param unknownUnits that the registry does not know: nothing of them was replayed
   * @param undecided dossiers that the office had not assessed itself
   * @param differing dossiers that come out otherwise
   * @param otherGrounds dossiers that come out the same on other grounds
   * @param ruled dossiers that a person decided
   */
  public record Sum(
      long units,
      long unknownUnits,
      long dossiers,
      long undecided,
      long differing,
      long otherGrounds,
      long ruled,
      List<Change> changes,
      List<Rule> madeBy) {}

  public void add(Replayed unit) {
    units++;
    unknownUnits += unit.name().isEmpty() ? 1 : 0;
    dossiers += unit.dossiers();
    undecided += unit.undecided();
    ruled += unit.ruled().size();
    unit.differing().forEach(this::add);
  }

  private void add(Difference difference) {
    if (!difference.isOfVerdict()) {
      otherGrounds++;
      return;
    }
    differing++;
    DossierState from = difference.stored().state();
    DossierState to = difference.after();
    changes.merge(
        from + "/" + to,
        new Change(from, to, 1),
        (one, more) -> new Change(from, to, one.count() + 1));
    difference.decisive().stream().map(ReplayTally::rule).distinct().forEach(this::add);
  }

  private void add(Rule rule) {
    rules.merge(
        rule.code() + ":" + rule.rule(),
        rule,
        (one, more) ->
            new Rule(one.code(), one.rule(), one.clause(), one.clausePlace(), one.count() + 1));
  }

  private static Rule rule(Finding finding) {
    return new Rule(
        finding.code().name(),
        finding.rule(),
        finding.clause().words(),
        finding.clause().place(),
        1);
  }

  public long dossiers() {
    return dossiers;
  }

  public Sum sum() {
    return new Sum(
        units,
        unknownUnits,
        dossiers,
        undecided,
        differing,
        otherGrounds,
        ruled,
        changes.values().stream().sorted(Comparator.comparing(Change::count).reversed()).toList(),
        rules.values().stream().sorted(Comparator.comparing(Rule::count).reversed()).toList());
  }
}
