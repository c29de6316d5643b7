package cn.baosong.cli;

import cn.baosong.core.check.Finding;
import cn.baosong.core.check.UnitCase;
import cn.baosong.core.decision.Judgement.Judged;
import cn.baosong.core.dossier.FieldComparison;
import cn.baosong.core.dossier.Masking;
import cn.baosong.core.dossier.PaperRecord;
import cn.baosong.core.submission.Defect;
import cn.baosong.core.submission.Receipt;
import cn.baosong.core.submission.StatedParcel;
import cn.baosong.core.submission.TimeEvidence;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What {@code inspect} found; names as in {@code /api/v1}.
 *
 * @param state the state that the office would leave the submission in
 * @param paper the parcels that were registered
 * @param asOf moment of assessment
 * @param notes what the command line assumed
 * @param findings of the package as a whole
 */
record InspectReport(
    @JsonProperty("package") Parcel parcel,
    String state,
    Optional<String> call,
    Optional<String> callVersion,
    Optional<UnitSaid> unit,
    Evidence evidence,
    List<PaperSaid> paper,
    OffsetDateTime asOf,
    List<String> notes,
    List<Found> findings,
    List<Decided> dossiers) {

  /** The bytes that were looked at. */
  record Parcel(String name, String sha256, long bytes) {}

  /** Whose package it is. */
  record UnitSaid(String code, String name, String kind) {}

  /** A parcel as it was taken into account. */
  record PaperSaid(String channel, StatedParcel parcel, Instant received, List<String> candidates) {
    static PaperSaid of(PaperRecord paper) {
      return new PaperSaid(
          paper.channel().code(),
          paper.parcel(),
          paper.received(),
          paper.candidates().stream().map(PaperRecord.Candidate::name).toList());
    }
  }

  /** Evidence of time, as evidence files write it. */
  record Evidence(String channel, Optional<TimeEvidence> sent, TimeEvidence received) {}

  /**
   * A finding.
   *
   * @param clause the notice's own words, and where they stand
   */
  record Found(
      String code,
      String outcome,
      String rule,
      String clause,
      String clausePlace,
      String observed,
      String place,
      String sentence) {
    static Found of(Finding finding) {
      return new Found(
          finding.code().name(),
          finding.outcome().name(),
          finding.rule(),
          finding.clause().words(),
          finding.clause().place(),
          finding.observed(),
          finding.place(),
          finding.sentence());
    }

    /** The same without whole identity numbers, for reports on many people. */
    Found masked() {
      return new Found(
          code,
          outcome,
          rule,
          clause,
          clausePlace,
          Masking.text(observed),
          place,
          Masking.text(sentence));
    }

    static Found of(Defect defect) {
      return new Found(
          defect.code(),
          defect.remark() ? "REMARK" : "REFER",
          "",
          "",
          "",
          "",
          defect.place(),
          defect.sentence());
    }
  }

  /** One field as paper and form state it. */
  record Compared(String field, String outcome, String source, FieldComparison comparison) {
    static Optional<Compared> of(Finding finding) {
      return finding
          .comparison()
          .map(c -> new Compared(finding.rule(), finding.outcome().name(), finding.place(), c));
    }
  }

  /**
   * What one dossier comes to.
   *
   * @param times evidence against deadline: of each half that a deadline binds, else as a whole
   */
  record Decided(
      int rank,
      String candidate,
      Optional<String> category,
      String state,
      Optional<String> department,
      List<TimeHeld> times,
      List<Found> findings,
      List<Compared> comparisons) {
    static Decided of(Judged judged, UnitCase facts) {
      return new Decided(
          judged.before().rank(),
          judged.before().candidate().name(),
          judged.before().category(),
          judged.after().state().name(),
          judged.after().department(),
          TimeHeld.of(judged.before(), facts),
          judged.decision().findings().stream().filter(Finding::isTold).map(Found::of).toList(),
          judged.decision().findings().stream().flatMap(f -> Compared.of(f).stream()).toList());
    }
  }

  static InspectReport of(Receipt receipt, Inspection.Outcome outcome, ZoneId zone) {
    return new InspectReport(
        new Parcel(receipt.name(), receipt.digest().hex(), receipt.bytes()),
        outcome.delivery().state().name(),
        outcome.call().map(call -> call.id().value()),
        outcome.call().map(call -> call.version().value()),
        outcome.unit().map(unit -> said(unit, outcome)),
        new Evidence(receipt.channel().code(), receipt.sent(), receipt.received()),
        outcome.judgement().stream()
            .flatMap(judgement -> judgement.assessment().facts().papers().stream())
            .map(PaperSaid::of)
            .toList(),
        at(receipt.registered(), zone),
        outcome.notes(),
        outcome.judgement().isPresent()
            ? List.of()
            : outcome.delivery().defects().stream().map(Found::of).toList(),
        outcome.judgement().stream()
            .flatMap(
                judgement ->
                    judgement.judged().stream()
                        .map(one -> Decided.of(one, judgement.assessment().facts())))
            .toList());
  }

  private static UnitSaid said(cn.baosong.core.call.Unit unit, Inspection.Outcome outcome) {
    return new UnitSaid(
        unit.code().value(), unit.name(), outcome.call().flatMap(unit::kindIn).orElse(""));
  }

  private static OffsetDateTime at(Instant instant, ZoneId zone) {
    return instant.atZone(zone).toOffsetDateTime();
  }

  /** Whether every dossier came to a decision. */
  boolean isDecided() {
    return !dossiers.isEmpty();
  }
}
