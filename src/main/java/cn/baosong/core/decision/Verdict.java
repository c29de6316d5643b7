package cn.baosong.core.decision;

import cn.baosong.core.check.Assessment;
import cn.baosong.core.check.Finding;
import cn.baosong.core.check.FindingCode;
import cn.baosong.core.check.Outcome;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.dossier.FieldComparison;
import cn.baosong.core.submission.SubmissionState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What the findings on one dossier come to (decisions 7).
 *
 * @param department the queue, for an accepted dossier
 */
record Verdict(DossierState state, List<Finding> findings, Optional<String> department) {
  /** What stops everything: a package that holds these is nobody's to refuse or accept. */
  private static final Set<FindingCode> UNSAFE =
      Set.of(FindingCode.CLASSIFIED_MARKING, FindingCode.PACKAGE_UNSAFE, FindingCode.MALWARE_FOUND);

  /**
   * Doubts about one candidate. They do not hold up a list that is too long: it goes back to the
   * unit, the undecided with it (decisions 10). A doubt about the delivery itself does.
   */
  private static final Set<FindingCode> PERSONAL =
      Set.of(
          FindingCode.INELIGIBLE,
          FindingCode.RULE_UNDECIDED,
          FindingCode.ALREADY_SELECTED,
          FindingCode.DUPLICATE_CANDIDATE,
          FindingCode.FORM_INVALID,
          FindingCode.MATERIAL_MISSING,
          FindingCode.MATERIAL_INVALID,
          FindingCode.MATERIAL_UNREADABLE,
          FindingCode.PROCEDURE_MISSING,
          FindingCode.PUBLICITY_SHORT,
          FindingCode.PAPER_MISMATCH,
          FindingCode.PAPER_UNREADABLE,
          FindingCode.PAPER_DECLARED_ONLY,
          FindingCode.QUOTA_COMPOSITION);

  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::outcome)
          .reversed()
          .thenComparing(Finding::code)
          .thenComparing(Finding::rule)
          .thenComparing(Finding::place)
          .thenComparing(Finding::observed)
          .thenComparing(Finding::sentence);

  static Verdict of(Dossier dossier, Assessment assessment) {
    List<Finding> findings = new ArrayList<>();
    assessment.findings().stream()
        .filter(f -> f.concerns(dossier.number(), dossier.submission()))
        .forEach(findings::add);
    if (isQuarantined(dossier, assessment)) {
      findings.add(HouseFindings.quarantined(dossier));
    }
    if (!assessment.isComplete()) {
      findings.add(HouseFindings.checkDidNotRun(dossier));
    }
    if (dossier.state().isOpen()) {
      HouseFindings.lapsed(dossier, assessment.facts()).ifPresent(findings::add);
    }
    assessment.mattering(dossier).stream()
        .flatMap(settled -> HouseFindings.applied(dossier, settled).stream())
        .forEach(findings::add);
    DossierState state = state(dossier, findings);
    if (state != DossierState.ACCEPTED) {
      return new Verdict(state, findings.stream().sorted(ORDER).toList(), Optional.empty());
    }
    Optional<String> department = Departments.of(dossier, assessment.facts());
    if (department.isEmpty()) {
      findings.add(HouseFindings.noDepartment(dossier));
    }
    return new Verdict(
        department.isPresent() ? DossierState.ACCEPTED : DossierState.IN_REVIEW,
        findings.stream().sorted(ORDER).toList(),
        department);
  }

  /** Whether it tells the unit nothing new: then no second letter is written. */
  boolean repeats(Decision earlier, Dossier dossier) {
    return earlier.state() == state
        && dossier.state() == state
        && earlier.department().equals(department)
        && signature(earlier.findings(), Verdict::isToldToTheUnit)
            .equals(signature(findings, Verdict::isToldToTheUnit));
  }

  /** Whether it notes the same: what agrees and what is only remarked on is told to no unit. */
  boolean notesAs(Decision earlier) {
    return comparisons(earlier.findings()).equals(comparisons(findings))
        && signature(earlier.findings(), Finding::isTold)
            .equals(signature(findings, Finding::isTold));
  }

  private static Set<FieldComparison> comparisons(List<Finding> findings) {
    return findings.stream().flatMap(f -> f.comparison().stream()).collect(Collectors.toSet());
  }

  private static DossierState state(Dossier dossier, List<Finding> findings) {
    if (findings.stream().anyMatch(Verdict::isUnsafe)) {
      return DossierState.IN_REVIEW;
    }
    if (has(findings, Outcome.BLOCK, FindingCode.LATE)) {
      return DossierState.REJECTED;
    }
    if (findings.stream().anyMatch(f -> isHeldUp(f, findings))) {
      return DossierState.IN_REVIEW;
    }
    // One letter asks for everything, so it waits for the paper too.
    if (findings.stream().anyMatch(f -> f.code() == FindingCode.PAPER_NOT_RECEIVED)) {
      return DossierState.AWAITING_PAPER;
    }
    if (dossier.paperOnly().isPresent()) {
      return DossierState.AWAITING_ELECTRONIC;
    }
    if (has(findings, Outcome.CORRECT)) {
      return DossierState.RETURNED;
    }
    return has(findings, Outcome.BLOCK) ? DossierState.REJECTED : DossierState.ACCEPTED;
  }

  private static boolean isHeldUp(Finding finding, List<Finding> all) {
    boolean personal = PERSONAL.contains(finding.code()) && !isOfTheHouse(finding);
    return finding.outcome() == Outcome.REFER
        && !(personal && has(all, Outcome.CORRECT, FindingCode.QUOTA_EXCEEDED));
  }

  /** A check that did not run leaves everything to a person. */
  private static boolean isOfTheHouse(Finding finding) {
    return finding.code() == FindingCode.RULE_UNDECIDED && finding.rule().isEmpty();
  }

  /** Whether it comes to anything else than what stands (decisions.md 17). */
  boolean differsFrom(Dossier standing) {
    return state != standing.state()
        || (state == DossierState.ACCEPTED && !department.equals(standing.department()));
  }

  private static boolean isQuarantined(Dossier dossier, Assessment assessment) {
    return Optional.ofNullable(assessment.facts().submissions().get(dossier.submission()))
        .filter(s -> s.state() == SubmissionState.QUARANTINED)
        .isPresent();
  }

  private static boolean isUnsafe(Finding finding) {
    return UNSAFE.contains(finding.code()) && finding.outcome() == Outcome.REFER;
  }

  private static boolean has(List<Finding> findings, Outcome outcome) {
    return findings.stream().anyMatch(f -> f.outcome() == outcome);
  }

  private static boolean has(List<Finding> findings, Outcome outcome, FindingCode code) {
    return findings.stream().anyMatch(f -> f.outcome() == outcome && f.code() == code);
  }

  private static boolean isToldToTheUnit(Finding finding) {
    return finding.outcome() != Outcome.PASS && finding.outcome() != Outcome.REMARK;
  }

  private static Set<String> signature(List<Finding> findings, Predicate<Finding> told) {
    return findings.stream()
        .filter(told)
        .map(f -> f.code() + "|" + f.rule() + "|" + f.outcome())
        .collect(Collectors.toSet());
  }
}
