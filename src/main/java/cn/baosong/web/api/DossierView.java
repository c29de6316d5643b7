package cn.baosong.web.api;

import cn.baosong.core.dossier.Candidate;
import cn.baosong.core.dossier.IdentityNumber;
import cn.baosong.core.dossier.Masking;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;

/**
 * A dossier as the interface answers it, the candidate masked.
 *
 * @param submission the delivery it came in
 * @param timedBy the delivery whose time counts: its own, or the one it corrects
 * @param callVersion that the standing decision was made under
 * @param comparisons every field that paper and form were compared in, those too that agree
 * @param decision null until there is one
 * @param version to be named in a ruling
 * @param evidence of {@code timedBy}
 * @param pendingRuling that waits for a second person; null when none does
 * @param cascade null when its call has no window above and nobody accepted the person below
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record DossierView(
    String number,
    String submission,
    String timedBy,
    String call,
    Optional<String> callVersion,
    String unit,
    Optional<String> unitName,
    int rank,
    Optional<String> category,
    CandidateView candidate,
    String state,
    List<FindingView> findings,
    List<ComparisonView> comparisons,
    Optional<DecisionView> decision,
    Optional<String> department,
    Optional<String> supersedes,
    Optional<CorrectionView> correction,
    int version,
    Optional<EvidenceView> evidence,
    Optional<CascadeView> cascade,
    Optional<PendingRulingView> pendingRuling,
    List<EventView> timeline) {

  /**
   * @param identity first three and last four characters; null when the form states no sound number
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record CandidateView(String name, Optional<String> identity) {
    static CandidateView of(Candidate candidate) {
      boolean numbered = !candidate.key().equals(candidate.alias());
      return new CandidateView(
          Masking.text(candidate.name()),
          Optional.of(candidate.key())
              .filter(key -> numbered && !key.isBlank())
              .map(key -> IdentityNumber.read(key).masked()));
    }
  }

  /**
   * An open correction term.
   *
   * @param due last day; null when the calendar has no data for it
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record CorrectionView(String opened, Optional<String> due) {}
}
