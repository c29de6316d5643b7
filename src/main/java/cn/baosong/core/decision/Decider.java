package cn.baosong.core.decision;

import cn.baosong.core.check.Assessment;
import cn.baosong.core.check.Finding;
import cn.baosong.core.check.Succession;
import cn.baosong.core.check.UnitCase;
import cn.baosong.core.decision.Judgement.Judged;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.Dossier.Standing;
import cn.baosong.core.dossier.DossierNumber;
import cn.baosong.core.dossier.DossierState;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns the findings on a unit's case into one decision a dossier, in the order of decisions 7.
 *
 * <p>What a person has ruled, and what is accepted, refused or withdrawn, stays; only a later
 * version takes its place.
 */
public final class Decider {

  /**
   * Decides a whole case.
   *
   * @param standing the latest decision of each dossier that has one
   */
  public Judgement decide(Assessment assessment, Map<DossierNumber, Decision> standing) {
    Succession succession = Succession.of(assessment.facts());
    List<Judged> judged =
        assessment.facts().dossiers().stream()
            .map(
                dossier ->
                    judge(
                        dossier,
                        assessment,
                        succession,
                        Optional.ofNullable(standing.get(dossier.number()))))
            .toList();
    return new Judgement(assessment, judged);
  }

  private static Judged judge(
      Dossier dossier, Assessment assessment, Succession succession, Optional<Decision> earlier) {
    Optional<DossierNumber> successor = succession.successor(dossier);
    if (successor.isPresent()) {
      Finding replaced = HouseFindings.replaced(dossier, successor.get());
      return changed(
          dossier,
          new Verdict(DossierState.SUPERSEDED, List.of(replaced), Optional.empty()),
          assessment.facts(),
          succession,
          earlier);
    }
    if (dossier.ruled()
        || !dossier.state().isOpen()
        || dossier.state() == DossierState.AWAITING_ELECTRONIC) {
      return unchanged(dossier, assessment.facts(), earlier);
    }
    Verdict verdict = Verdict.of(dossier, assessment);
    return earlier.filter(decision -> verdict.repeats(decision, dossier)).isPresent()
        ? unchanged(dossier, assessment.facts(), earlier)
        : changed(dossier, verdict, assessment.facts(), succession, earlier);
  }

  private static Judged changed(
      Dossier dossier,
      Verdict verdict,
      UnitCase facts,
      Succession succession,
      Optional<Decision> earlier) {
    Standing after =
        new Standing(
            verdict.state(),
            false,
            succession.timedBy(dossier),
            succession.predecessor(dossier),
            verdict.department(),
            Terms.after(verdict.state(), dossier, facts));
    return new Judged(dossier, after, decision(dossier, verdict, facts, earlier), true);
  }

  private static Judged unchanged(Dossier dossier, UnitCase facts, Optional<Decision> earlier) {
    Verdict asItStands = new Verdict(dossier.state(), List.of(), dossier.department());
    return new Judged(
        dossier,
        dossier.standing(),
        earlier.orElseGet(() -> decision(dossier, asItStands, facts, earlier)),
        false);
  }

  private static Decision decision(
      Dossier dossier, Verdict verdict, UnitCase facts, Optional<Decision> earlier) {
    int next = earlier.map(Decider::serial).orElse(0) + 1;
    return new Decision(
        dossier.number() + "#" + next,
        dossier.number(),
        verdict.state(),
        verdict.findings(),
        verdict.department(),
        facts.call().version(),
        facts.asOf(),
        Optional.empty());
  }

  private static int serial(Decision decision) {
    return Integer.parseInt(decision.id().substring(decision.id().lastIndexOf('#') + 1));
  }
}
