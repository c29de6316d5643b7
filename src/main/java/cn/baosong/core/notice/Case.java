package cn.baosong.core.notice;

import cn.baosong.core.check.Finding;
import cn.baosong.core.check.FindingCode;
import cn.baosong.core.check.Outcome;
import cn.baosong.core.decision.Decision;
import cn.baosong.core.decision.Judgement.Judged;
import cn.baosong.core.decision.Ruling;
import cn.baosong.core.dossier.DifferenceClass;
import cn.baosong.core.dossier.Dossier;
import java.util.List;
import java.util.Optional;

/**
 * One dossier a letter tells of.
 *
 * @param dossier as it stands after the decision
 * @param decision that the letter tells
 */
public record Case(Dossier dossier, Decision decision) {
  static Case of(Judged judged) {
    return new Case(judged.before().decided(judged.after()), judged.decision());
  }

  Optional<Ruling> ruling() {
    return decision.ruling();
  }

  List<Finding> findings(Outcome outcome) {
    return decision.findings().stream().filter(f -> f.outcome() == outcome).toList();
  }

  boolean has(FindingCode code) {
    return decision.findings().stream().anyMatch(f -> f.code() == code);
  }

  /**
   * Where paper and data differ so that a person has to decide, and the unit can say why: of what
   * only a code tells nobody knows yet what the paper states.
   */
  List<Finding> differences() {
    return findings(Outcome.REFER).stream()
        .filter(f -> f.code() == FindingCode.PAPER_MISMATCH)
        .filter(
            f ->
                f.comparison()
                    .filter(c -> !c.paper().isBlank())
                    .filter(
                        c ->
                            c.difference() == DifferenceClass.MATERIAL
                                || c.difference() == DifferenceClass.IDENTITY)
                    .isPresent())
        .toList();
  }

  /** Whether its list is over quota and the unit has to choose. */
  boolean isOverQuota() {
    return ruling().isEmpty() && findings(Outcome.CORRECT).stream().anyMatch(Case::isQuota);
  }

  /** What the unit has to put right, apart from the choice that a quota asks for. */
  List<Finding> corrections() {
    return findings(Outcome.CORRECT).stream().filter(f -> !isQuota(f)).toList();
  }

  static boolean isQuota(Finding finding) {
    return finding.code() == FindingCode.QUOTA_EXCEEDED;
  }

  /** Whether it is refused for its time. */
  boolean isLate() {
    return decision.findings().stream()
        .anyMatch(
            f ->
                f.code() == FindingCode.LATE
                    && (f.outcome() == Outcome.BLOCK || ruling().isPresent()));
  }
}
