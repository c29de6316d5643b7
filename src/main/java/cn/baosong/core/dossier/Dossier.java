package cn.baosong.core.dossier;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.CallId;
import cn.baosong.core.call.FormData;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.submission.Defect;
import cn.baosong.core.submission.Document;
import cn.baosong.core.submission.Opened;
import cn.baosong.core.submission.StatedParcel;
import cn.baosong.core.submission.Submission;
import cn.baosong.core.submission.SubmissionNumber;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A candidate's dossier (候选人材料): one version of one candidate of one unit in one call.
 *
 * @param publicId random, for links
 * @param timedBy the submission whose receipts count: its own, or the one it corrects within the
 *     term
 * @param paper fields as they stand on the signed paper, by the unit's own statement
 * @param parcel what the unit states of posting
 * @param place where the candidate stands in the package
 * @param ruled whether a person decided it: no machine changes it then
 * @param department queue that took it over, once accepted
 * @param version counts the stored changes; a person's ruling names the one it saw
 */
public record Dossier(
    DossierNumber number,
    String publicId,
    SubmissionNumber submission,
    SubmissionNumber timedBy,
    CallId call,
    UnitCode unit,
    int rank,
    Optional<String> category,
    Candidate candidate,
    FormData form,
    Map<String, String> paper,
    Optional<StatedParcel> parcel,
    List<Document> documents,
    List<Defect> defects,
    String place,
    DossierState state,
    boolean ruled,
    Optional<DossierNumber> supersedes,
    Optional<String> department,
    Optional<Correction> correction,
    int version) {
  public Dossier {
    documents = List.copyOf(documents);
    defects = List.copyOf(defects);
  }

  /**
   * A candidate of a package as it is filed, before anything is judged.
   *
   * @param delivery bound to its unit
   * @param publicId random, for links
   */
  public static Dossier filed(
      Opened.Entry entry, Submission delivery, Call under, DossierNumber number, String publicId) {
    FormData form = entry.form().orElseGet(() -> under.form().fromTexts(entry.cells()));
    return new Dossier(
        number,
        publicId,
        delivery.number(),
        delivery.number(),
        under.id(),
        delivery.unit().orElseThrow(),
        entry.rank(),
        entry.category().or(() -> under.categoryField().flatMap(form::text)),
        Candidate.of(form, under.person()),
        form,
        entry.paper(),
        entry.parcel(),
        entry.documents(),
        entry.defects(),
        entry.place(),
        DossierState.RECEIVED,
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        1);
  }

  /** The same dossier after a decision. */
  public Dossier decided(Standing standing) {
    return new Dossier(
        number,
        publicId,
        submission,
        standing.timedBy(),
        call,
        unit,
        rank,
        category,
        candidate,
        form,
        paper,
        parcel,
        documents,
        defects,
        place,
        standing.state(),
        standing.ruled(),
        standing.supersedes(),
        standing.department(),
        standing.correction(),
        version + 1);
  }

  /** The same dossier with its time taken from another delivery of equal content. */
  public Dossier timedBy(SubmissionNumber earlier) {
    return decided(new Standing(state, ruled, earlier, supersedes, department, correction));
  }

  public Standing standing() {
    return new Standing(state, ruled, timedBy, supersedes, department, correction);
  }

  /** The part of a dossier that decisions change. */
  public record Standing(
      DossierState state,
      boolean ruled,
      SubmissionNumber timedBy,
      Optional<DossierNumber> supersedes,
      Optional<String> department,
      Optional<Correction> correction) {}
}
