package cn.baosong.core.check;

import cn.baosong.core.call.Clause;
import cn.baosong.core.dossier.DossierNumber;
import cn.baosong.core.dossier.FieldComparison;
import cn.baosong.core.submission.SubmissionNumber;
import java.util.Optional;

/**
 * An audit finding (审核发现): what was seen, where, and what the notice says of it.
 *
 * @param submission the delivery it concerns
 * @param dossier the candidate it concerns; empty when it concerns the delivery as a whole
 * @param rule the call's own id of the rule, material, procedure or quota; empty for findings of
 *     the house
 * @param observed the value seen, as the unit wrote it; personal data is masked where it is shown
 * @param place document and place, such as 报送清单.xlsx!D7
 * @param sentence plain words for unit and clerk, in Chinese
 * @param comparison what was compared between paper and form, for findings that rest on it
 */
public record Finding(
    FindingCode code,
    Outcome outcome,
    SubmissionNumber submission,
    Optional<DossierNumber> dossier,
    String rule,
    Clause clause,
    String observed,
    String place,
    String sentence,
    Optional<FieldComparison> comparison) {

  /** A finding that rests on no comparison of paper and form. */
  public Finding(
      FindingCode code,
      Outcome outcome,
      SubmissionNumber submission,
      Optional<DossierNumber> dossier,
      String rule,
      Clause clause,
      String observed,
      String place,
      String sentence) {
    this(
        code,
        outcome,
        submission,
        dossier,
        rule,
        clause,
        observed,
        place,
        sentence,
        Optional.empty());
  }

  /** The same finding, resting on a comparison. */
  Finding on(FieldComparison compared) {
    return new Finding(
        code,
        outcome,
        submission,
        dossier,
        rule,
        clause,
        observed,
        place,
        sentence,
        Optional.of(compared));
  }

  /**
   * Whether it tells anything beyond comparisons: what merely agreed is kept, and shown with the
   * comparisons.
   */
  public boolean isTold() {
    return outcome != Outcome.PASS || code == FindingCode.READING_APPLIED;
  }

  /** The same sight with another outcome, and why. */
  Finding as(Outcome other, String why) {
    return new Finding(
        code, other, submission, dossier, rule, clause, observed, place, sentence + why);
  }

  /** The same sight of a rule that hangs on how the notice is read. */
  Finding undecided(String why) {
    return new Finding(
        FindingCode.RULE_UNDECIDED,
        Outcome.REFER,
        submission,
        dossier,
        rule,
        clause,
        observed,
        place,
        sentence + why);
  }

  /** Whether it bears on a dossier: its own, or one of the whole delivery. */
  public boolean concerns(DossierNumber number, SubmissionNumber delivery) {
    return dossier.map(number::equals).orElse(submission.equals(delivery));
  }
}
