package cn.baosong.web.api;

import cn.baosong.core.check.Defects;
import cn.baosong.core.check.Finding;
import cn.baosong.core.dossier.Masking;
import cn.baosong.core.submission.Defect;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;

/**
 * A finding as it is shown, identity numbers masked.
 *
 * @param code stable code
 * @param rule the call's own id of the rule; null for findings of the house
 * @param clause the notice's own words; null when it has none
 * @param clausePlace where in the notice they stand
 * @param observed the value seen
 * @param place source document and place
 * @param sentence plain words
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record FindingView(
    String code,
    String outcome,
    Optional<String> rule,
    Optional<String> clause,
    Optional<String> clausePlace,
    Optional<String> observed,
    Optional<String> place,
    String sentence) {

  static FindingView of(Finding finding) {
    return new FindingView(
        finding.code().name(),
        finding.outcome().name(),
        stated(finding.rule()),
        stated(finding.clause().words()),
        stated(finding.clause().place()),
        stated(Masking.text(finding.observed())),
        stated(Masking.text(finding.place())),
        Masking.text(finding.sentence()));
  }

  static FindingView of(Defect defect) {
    return new FindingView(
        defect.code(),
        Defects.outcome(defect).name(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        stated(Masking.text(defect.place())),
        Masking.text(defect.sentence()));
  }

  private static Optional<String> stated(String text) {
    return Optional.of(text).filter(t -> !t.isBlank());
  }
}
