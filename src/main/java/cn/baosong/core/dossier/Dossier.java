package cn.baosong.core.dossier;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.CallId;
import cn.baosong.core.call.FormData;
import cn.baosong.core.call.PersonFields;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.call.Value;
import cn.baosong.core.submission.Defect;
import cn.baosong.core.submission.Document;
import cn.baosong.core.submission.Opened;
import cn.baosong.core.submission.StatedParcel;
import cn.baosong.core.submission.Submission;
import cn.baosong.core.submission.SubmissionNumber;
import java.util.HashMap;
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
 * @param paperOnly the parcel that is all there is of the candidate; empty once anything electronic
 *     has come
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
    Optional<PaperNumber> paperOnly,
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
        Optional.empty(),
        1);
  }

  /**
   * A candidate of whom only paper has come, to wait for the electronic half.
   *
   * @param delivery that the parcel is
   * @param rank place of the candidate in the parcel
   */
  public static Dossier expected(
      PaperRecord paper, int rank, Submission delivery, Call under, Numbering as) {
    PaperRecord.Candidate entry = paper.candidates().get(rank - 1);
    FormData keyed = keyed(entry, under.person());
    return new Dossier(
        as.number(),
        as.publicId(),
        delivery.number(),
        delivery.number(),
        paper.call(),
        paper.unit(),
        rank,
        under.categoryField().flatMap(keyed::text),
        Candidate.of(keyed, under.person()),
        FormData.EMPTY,
        Map.of(),
        Optional.empty(),
        List.of(),
        List.of(),
        paper.number().value(),
        DossierState.AWAITING_ELECTRONIC,
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(paper.number()),
        1);
  }

  /** What a new dossier goes by: its number, and a random id for links. */
  public record Numbering(DossierNumber number, String publicId) {}

  private static FormData keyed(PaperRecord.Candidate entry, PersonFields person) {
    Map<String, Value> fields = new HashMap<>();
    entry.fields().forEach((field, value) -> fields.put(field, new Value.Text(value)));
    fields.put(person.name(), new Value.Text(entry.name()));
    if (!entry.identity().isBlank()) {
      fields.put(person.identity(), new Value.Text(entry.identity()));
    }
    return new FormData(fields);
  }

  /** This dossier as the electronic half of one that so far was only paper: its number stays. */
  public Dossier completing(Dossier expected) {
    return new Dossier(
        expected.number(),
        expected.publicId(),
        submission,
        timedBy,
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
        state,
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        expected.version() + 1);
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
        paperOnly,
        version + 1);
  }

  /** The same dossier with its time taken from another delivery of equal content. */
  public Dossier timedBy(SubmissionNumber earlier) {
    return decided(new Standing(state, ruled, earlier, supersedes, department, correction));
  }

  /** By whose hand it stands as it does. */
  public Handling handling() {
    return Handling.of(state, ruled);
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
