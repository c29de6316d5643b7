package cn.baosong.core.check;

import cn.baosong.core.call.FormData;
import cn.baosong.core.call.Value;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.submission.Channel;
import cn.baosong.core.submission.Defect;
import cn.baosong.core.submission.Digest;
import cn.baosong.core.submission.Document;
import cn.baosong.core.submission.Interval;
import cn.baosong.core.submission.Receipt;
import cn.baosong.core.submission.Stated;
import cn.baosong.core.submission.Submission;
import cn.baosong.core.submission.SubmissionNumber;
import cn.baosong.core.submission.SubmissionState;
import cn.baosong.core.submission.TimeEvidence;
import cn.baosong.core.submission.TrustClass;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A delivery of the unit: complete at unit level unless told otherwise. */
public final class DeliveryFixture {
  private final OfficeFixture office;
  private final SubmissionNumber number;
  private final List<Receipt> receipts = new ArrayList<>();
  private final Map<String, Value> report =
      new LinkedHashMap<>(Map.of("专家评议情况", new Value.Text("已评议"), "公示情况", new Value.Text("已公示")));
  private final List<Document> documents = new ArrayList<>(List.of(file("推荐报告.pdf")));
  private final List<Defect> defects = new ArrayList<>();
  private final List<CandidateFixture> candidates = new ArrayList<>();
  private Optional<Digest> content = Optional.empty();
  private SubmissionState state = SubmissionState.PROCESSED;

  DeliveryFixture(OfficeFixture office, int serial) {
    this.office = office;
    this.number = OfficeFixture.submission(serial);
  }

  /** A stamp of whole seconds by a clock that the sender cannot set. */
  DeliveryFixture receipt(Channel channel, String local) {
    return receipt(channel, Interval.second(OfficeFixture.at(local)), TrustClass.A);
  }

  DeliveryFixture receipt(Channel channel, Interval received, TrustClass trust) {
    return receipt(channel, Optional.empty(), TimeEvidence.of(received, "received", trust));
  }

  DeliveryFixture receipt(Channel channel, Optional<TimeEvidence> sent, TimeEvidence received) {
    receipts.add(
        new Receipt(
            "r" + receipts.size(),
            channel,
            number + "/" + receipts.size(),
            "包.zip",
            new Digest("0".repeat(64)),
            1,
            Optional.empty(),
            sent,
            received,
            received.interval().latest()));
    return this;
  }

  /** The same arrivals, seen only after a time in which nobody could look. */
  DeliveryFixture after(Interval outage) {
    receipts.replaceAll(
        r ->
            new Receipt(
                r.id(),
                r.channel(),
                r.nativeId(),
                r.name(),
                r.digest(),
                r.bytes(),
                r.folderUnit(),
                r.sent(),
                r.received(),
                r.registered(),
                Optional.of(outage),
                List.of()));
    return this;
  }

  DeliveryFixture onlyReceipt(Channel channel, Optional<TimeEvidence> sent, TimeEvidence received) {
    receipts.clear();
    return receipt(channel, sent, received);
  }

  public DeliveryFixture of(CandidateFixture... sent) {
    for (CandidateFixture candidate : sent) {
      candidates.add(candidate.in(number, office.nextDossier()));
    }
    return this;
  }

  DeliveryFixture report(String field, String value) {
    report.put(field, new Value.Text(value));
    return this;
  }

  DeliveryFixture withoutReport(String field) {
    report.remove(field);
    return this;
  }

  DeliveryFixture withoutFiles() {
    documents.clear();
    return this;
  }

  DeliveryFixture enclosing(Document document) {
    documents.add(document);
    return this;
  }

  public DeliveryFixture defect(String code) {
    defects.add(new Defect(code, "包.zip", "包有问题。", false));
    return this;
  }

  public DeliveryFixture quarantined() {
    state = SubmissionState.QUARANTINED;
    return this;
  }

  DeliveryFixture content(String letter) {
    content = Optional.of(new Digest(letter.repeat(64)));
    return this;
  }

  SubmissionNumber number() {
    return number;
  }

  Submission make() {
    return new Submission(
        number,
        "p" + number,
        state,
        Optional.of(office.call.id()),
        Optional.of(OfficeFixture.unit()),
        receipts,
        content,
        Stated.NOTHING,
        new FormData(report),
        documents,
        defects,
        1);
  }

  Stream<Dossier> dossiers() {
    return candidates.stream().map(c -> c.make(office.call.id()));
  }

  static Document file(String path) {
    return new Document(path, 1000, new Digest("f".repeat(64)), Optional.empty());
  }

  static Document empty(String path) {
    return new Document(path, 0, new Digest("f".repeat(64)), Optional.empty());
  }

  static Document pages(String path, int pages) {
    return new Document(path, 1000, new Digest("f".repeat(64)), Optional.of(pages));
  }
}
