package cn.baosong.core.notice;

import cn.baosong.core.dossier.PaperRecord;
import cn.baosong.core.submission.Interval;
import cn.baosong.core.submission.Receipt;
import cn.baosong.core.submission.StatedParcel;
import cn.baosong.core.submission.Submission;
import cn.baosong.core.submission.TimeEvidence;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The evidence of time that a decision rests on: what, when, by which source, how far trusted. */
record EvidenceRows(Wording wording, Moments moments, Batch batch) {

  List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    for (Submission delivery : batch.timedBy()) {
      Receipt receipt = delivery.effective();
      receipt.sent().ifPresent(sent -> rows.add(row(Phrase.EVIDENCE_SENT, sent)));
      rows.add(row(Phrase.EVIDENCE_RECEIVED, receipt.received()));
      receipt.outage().ifPresent(gap -> rows.add(outage(gap)));
      receipt.remarks().forEach(told -> rows.add(remark(told)));
    }
    batch.papers().forEach(paper -> rows.addAll(paper(paper)));
    return rows.stream().distinct().toList();
  }

  private List<String> outage(Interval gap) {
    return List.of(
        wording.say(Phrase.EVIDENCE_OUTAGE),
        moments.between(gap),
        wording.say(Phrase.EVIDENCE_OFFICE),
        wording.say(Phrase.EVIDENCE_OUTAGE_EFFECT));
  }

  private List<String> remark(String told) {
    return List.of(
        wording.say(Phrase.EVIDENCE_REMARK), told, wording.say(Phrase.EVIDENCE_OFFICE), "");
  }

  private List<List<String>> paper(PaperRecord paper) {
    StatedParcel parcel = paper.parcel();
    List<List<String>> rows = new ArrayList<>();
    parcel
        .dispatchPostmark()
        .ifPresent(day -> rows.add(mark(paper, Phrase.EVIDENCE_DISPATCH, day)));
    parcel.arrivalPostmark().ifPresent(day -> rows.add(mark(paper, Phrase.EVIDENCE_ARRIVAL, day)));
    rows.add(
        List.of(
            wording.say(Phrase.EVIDENCE_COUNTER),
            moments.moment(paper.received()),
            registered(paper),
            wording.say(Phrase.TRUST_A)));
    return rows;
  }

  private List<String> mark(PaperRecord paper, Phrase what, LocalDate day) {
    StatedParcel parcel = paper.parcel();
    return List.of(
        wording.say(what, Shown.name(parcel.carrier()), Shown.name(parcel.item())),
        Moments.day(day),
        registered(paper),
        wording.say(Phrase.TRUST_A));
  }

  private String registered(PaperRecord paper) {
    return wording.say(Phrase.EVIDENCE_REGISTERED, paper.number().value());
  }

  private List<String> row(Phrase what, TimeEvidence evidence) {
    return List.of(
        wording.say(what),
        moments.when(evidence),
        moments.sourceName(evidence),
        moments.trust(evidence));
  }
}
