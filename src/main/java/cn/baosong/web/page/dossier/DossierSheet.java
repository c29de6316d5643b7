package cn.baosong.web.page.dossier;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.Department;
import cn.baosong.core.decision.Ruling;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.notice.Letter;
import cn.baosong.web.api.DossierView;
import cn.baosong.web.api.EventView;
import cn.baosong.web.api.PastView;
import cn.baosong.web.api.PendingRulingView;
import cn.baosong.web.api.ProposalView;
import java.util.List;
import java.util.Optional;

/**
 * What the page of one dossier shows.
 *
 * @param delivery the submission it came in
 * @param call empty when it is no longer live
 * @param department name of the one that has it
 * @param fields the form, paper beside file
 * @param enclosed files of the candidate; {@code shared} are those of the whole delivery
 * @param second a ruling that takes a second person
 * @param proposal what the machine would now decide otherwise
 */
public record DossierSheet(
    String publicId,
    DossierView view,
    Delivery delivery,
    Optional<Call> call,
    Optional<String> department,
    List<TimeDrawing> times,
    List<FieldRow> fields,
    List<FileRow> enclosed,
    List<FileRow> shared,
    List<LetterRow> letters,
    List<PastView> decisions,
    Optional<ProposalView> proposal,
    Optional<Second> second,
    List<EventView> timeline) {

  /**
   * A ruling that takes a second person: one that waits, or the last one that came to nothing.
   *
   * @param own whether the viewer proposed it
   * @param letter that goes when it is confirmed
   * @param to name of the department that it refers to
   */
  public record Second(
      PendingRulingView ruling, boolean own, Optional<Letter> letter, Optional<String> to) {
    /** Whether it still waits. */
    public boolean waits() {
      return ruling.closed().isEmpty();
    }
  }

  /** The original as it was received. */
  public record Delivery(
      String publicId, String number, String name, String size, String digest, boolean sealed) {}

  /** Whether the call has a ruling of this kind confirmed by a second person. */
  public boolean takesTwo(Ruling.Kind kind) {
    return call.stream()
        .flatMap(c -> c.rulings().secondPerson().stream())
        .anyMatch(guarded -> guarded.name().equals(kind.name()));
  }

  /** Whom the call can refer it to. */
  public List<Department> departments() {
    return call.map(Call::departments).orElse(List.of());
  }

  /** The ruling that follows the proposal, where there is one that does. */
  public Optional<Ruling.Kind> proposed() {
    return proposal
        .map(p -> DossierState.valueOf(p.proposed()))
        .flatMap(
            state ->
                switch (state) {
                  case ACCEPTED -> Optional.of(Ruling.Kind.ACCEPT);
                  case RETURNED -> Optional.of(Ruling.Kind.RETURN);
                  case REJECTED -> Optional.of(Ruling.Kind.REJECT);
                  case RECEIVED,
                      AWAITING_PAPER,
                      AWAITING_ELECTRONIC,
                      IN_REVIEW,
                      SUPERSEDED,
                      WITHDRAWN ->
                      Optional.empty();
                });
  }

  /** The ruling that keeps what stands. */
  public Ruling.Kind kept() {
    return view.state().equals(DossierState.REJECTED.name())
        ? Ruling.Kind.REJECT
        : Ruling.Kind.ACCEPT;
  }

  /** Fields that paper and file state differently. */
  public long differing() {
    return fields.stream().filter(FieldRow::differs).count();
  }

  /** Refusals and others that a person can still stop. */
  public List<LetterRow> leaving() {
    return letters.stream().filter(LetterRow::isStoppable).toList();
  }

  /** What was compared, before the rest of the form. */
  public List<FieldRow> compared() {
    return fields.stream().filter(row -> row.verdict().isPresent()).toList();
  }

  public List<FieldRow> uncompared() {
    return fields.stream().filter(row -> row.verdict().isEmpty()).toList();
  }
}
