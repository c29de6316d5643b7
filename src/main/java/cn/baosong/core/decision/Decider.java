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
    return new Judgement(assessment, judged, proposals(assessment, succession));
  }

  /**
   * What the machine alone makes of a dossier, whoever has decided it; nothing follows from it.
   *
   * @param assessment that the dossier is part of
   */
  public static Decision opinion(Dossier dossier, Assessment assessment) {
    return decision(dossier, Verdict.of(dossier, assessment), assessment.facts());
  }

  /** Only for what the machine itself decided: a person knew what the machine does not. */
  private static List<Proposal> proposals(Assessment assessment, Succession succession) {
    return assessment.facts().dossiers().stream()
        .filter(d -> d.state() == DossierState.ACCEPTED || d.state() == DossierState.REJECTED)
        .filter(d -> !d.ruled() && succession.successor(d).isEmpty())
        .flatMap(d -> proposal(d, assessment).stream())
        .toList();
  }

  private static Optional<Proposal> proposal(Dossier dossier, Assessment assessment) {
    Verdict verdict = Verdict.of(dossier, assessment);
    return verdict.differsFrom(dossier)
        ? Optional.of(
            new Proposal(
                dossier.number(),
                verdict.state(),
                verdict.department(),
                verdict.findings(),
                assessment.facts().call().version(),
                assessment.facts().asOf()))
        : Optional.empty();
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
          succession);
    }
    if (dossier.ruled()) {
      return ruled(dossier, assessment.facts(), succession, earlier);
    }
    if (!dossier.state().isOpen()) {
      return unchanged(dossier, assessment.facts(), earlier);
    }
    Verdict verdict = Verdict.of(dossier, assessment);
    if (earlier.filter(decision -> verdict.repeats(decision, dossier)).isEmpty()) {
      return changed(dossier, verdict, assessment.facts(), succession);
    }
    return earlier.filter(verdict::notesAs).isPresent()
        ? unchanged(dossier, assessment.facts(), earlier)
        : compared(dossier, verdict, assessment.facts());
  }

  /** What a person ruled stays; only that the term they set has run out is told. */
  private static Judged ruled(
      Dossier dossier, UnitCase facts, Succession succession, Optional<Decision> earlier) {
    Optional<Finding> lapsed =
        dossier.state() == DossierState.RETURNED
            ? HouseFindings.lapsed(dossier, facts)
            : Optional.empty();
    return lapsed
        .map(
            finding ->
                changed(
                    dossier,
                    new Verdict(DossierState.IN_REVIEW, List.of(finding), Optional.empty()),
                    facts,
                    succession))
        .orElseGet(() -> unchanged(dossier, facts, earlier));
  }

  private static Judged changed(
      Dossier dossier, Verdict verdict, UnitCase facts, Succession succession) {
    Standing after =
        new Standing(
            verdict.state(),
            dossier.ruled() && verdict.state() == DossierState.IN_REVIEW,
            succession.timedBy(dossier),
            succession.predecessor(dossier),
            verdict.department(),
            Terms.after(verdict.state(), dossier, facts));
    return new Judged(dossier, after, decision(dossier, verdict, facts), true, true);
  }

  /** Nothing new for the unit, but more has been compared or remarked on: that is kept. */
  private static Judged compared(Dossier dossier, Verdict verdict, UnitCase facts) {
    return new Judged(dossier, dossier.standing(), decision(dossier, verdict, facts), true, false);
  }

  private static Judged unchanged(Dossier dossier, UnitCase facts, Optional<Decision> earlier) {
    Verdict asItStands = new Verdict(dossier.state(), List.of(), dossier.department());
    return new Judged(
        dossier,
        dossier.standing(),
        earlier.orElseGet(() -> decision(dossier, asItStands, facts)),
        false,
        false);
  }

  /** Each stored decision is a change of its dossier, so that the version makes the id unique. */
  private static Decision decision(Dossier dossier, Verdict verdict, UnitCase facts) {
    return new Decision(
        dossier.number() + "#" + dossier.version(),
        dossier.number(),
        verdict.state(),
        verdict.findings(),
        verdict.department(),
        facts.call().version(),
        facts.asOf(),
        Optional.empty());
  }
}
