package cn.baosong.core.check;

import cn.baosong.core.call.Lateness;
import cn.baosong.core.check.Subject.Ground;
import cn.baosong.core.check.TimeVerdict.Value;
import cn.baosong.core.dossier.Dossier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether each dossier came in time, and what its lateness may do. */
final class TimeCheck implements Check {
  @Override
  public CheckName name() {
    return CheckName.TIME;
  }

  @Override
  public List<Finding> examine(Assessment soFar) {
    Succession succession = Succession.of(soFar.facts());
    List<Finding> found = new ArrayList<>();
    for (Dossier dossier : succession.examined()) {
      DossierTimes times = succession.times(dossier);
      if (times.awaitsPaper()) {
        found.add(Waiting.forPaper(dossier, times, soFar.facts()));
      } else {
        verdict(dossier, times, succession).ifPresent(found::add);
        found.addAll(PartTimes.findings(dossier, times, soFar.facts()));
        Waiting.closedBefore(dossier, times, soFar.facts()).ifPresent(found::add);
      }
    }
    found.addAll(Waiting.forElectronic(soFar.facts()));
    return found;
  }

  private static Optional<Finding> verdict(
      Dossier dossier, DossierTimes times, Succession succession) {
    TimeVerdict verdict = times.verdict();
    return switch (verdict.value()) {
      case ON_TIME -> Optional.empty();
      case UNDETERMINED ->
          Optional.of(
              finding(FindingCode.TIME_UNDETERMINED, Outcome.REFER, dossier, verdict, succession));
      case LATE ->
          Optional.of(
              finding(
                  FindingCode.LATE, lateness(dossier, succession), dossier, verdict, succession));
    };
  }

  /**
   * The machine refuses only where the notice states a consequence, and only a unit that the notice
   * addresses, whose sender is known, and that is not answering a correction.
   */
  private static Outcome lateness(Dossier dossier, Succession succession) {
    UnitCase facts = succession.facts();
    boolean refusable =
        facts.call().lateness().isStated()
            && AdmissionCheck.isAdmitted(facts)
            && succession.isVerified(dossier)
            && !succession.isUnderCorrection(dossier);
    return refusable ? Outcome.BLOCK : Outcome.REFER;
  }

  private static Finding finding(
      FindingCode code,
      Outcome outcome,
      Dossier dossier,
      TimeVerdict verdict,
      Succession succession) {
    UnitCase facts = succession.facts();
    Lateness lateness = facts.call().lateness();
    Ground ground =
        verdict.value() == Value.LATE && lateness.isStated()
            ? new Ground("", lateness.clause())
            : PartTimes.ground(verdict);
    String next =
        switch (outcome) {
          case BLOCK -> "";
          case REFER ->
              verdict.value() == Value.LATE && !lateness.isStated()
                  ? "通知未规定逾期后果，已提交工作人员认定，单位可提交寄送凭证。"
                  : "已提交工作人员认定，单位可提交寄送凭证。";
          case PASS, REMARK, CORRECT -> "";
        };
    return Subject.of(dossier)
        .finding(
            code,
            outcome,
            ground,
            PartTimes.observed(verdict, facts),
            verdict.explanation() + next);
  }
}
