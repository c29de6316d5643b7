package cn.baosong.web.api;

import cn.baosong.core.check.Finding;
import cn.baosong.core.dossier.Candidate;
import cn.baosong.core.dossier.IdentityNumber;
import cn.baosong.core.dossier.Masking;
import cn.baosong.desk.draft.Trial;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;

/**
 * A dossier of a trial as it is shown: its person masked.
 *
 * @param publicId by which pages name it
 * @param before how it stands
 * @param same whether only its grounds are others
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record TrialLine(
    String dossier,
    @JsonIgnore String publicId,
    String name,
    Optional<String> identity,
    Trial.Stand before,
    Trial.Stand after,
    boolean same,
    List<Ground> grounds) {

  /** What made the difference. */
  public record Ground(String code, String rule, String sentence, String clause, String place) {
    static Ground of(Finding finding) {
      return new Ground(
          finding.code().name(),
          finding.rule(),
          Masking.text(finding.sentence()),
          finding.clause().words(),
          finding.clause().place());
    }
  }

  /**
   * A line as one viewer sees it.
   *
   * @param opens whether the viewer may open dossiers; to others a person is a surname
   */
  public static TrialLine of(Trial.Line line, boolean opens) {
    Candidate candidate = line.candidate();
    boolean numbered = !candidate.key().isBlank() && !candidate.key().equals(candidate.alias());
    return new TrialLine(
        line.dossier().value(),
        line.publicId(),
        opens ? Masking.text(candidate.name()) : surname(candidate.name()),
        numbered ? Optional.of(IdentityNumber.read(candidate.key()).masked()) : Optional.empty(),
        line.before(),
        line.after(),
        line.isSameVerdict(),
        line.decisive().stream().map(Ground::of).toList());
  }

  private static String surname(String name) {
    return name.isEmpty() ? "" : Character.toString(name.codePointAt(0)) + "＊";
  }
}
