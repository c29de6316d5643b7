package cn.baosong.reader.call;

import cn.baosong.core.dossier.PaperRecord;
import cn.baosong.core.submission.Channel;
import cn.baosong.core.submission.Digest;
import cn.baosong.core.submission.Interval;
import cn.baosong.core.submission.Receipt;
import cn.baosong.core.submission.TimeEvidence;
import cn.baosong.core.submission.TrustClass;
import cn.baosong.reader.call.Case.Arrival;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The evidence of time of a case's arrivals. */
record CaseReceipts(ZoneId zone) {
  private static final Digest DIGEST = new Digest("0".repeat(64));

  List<Receipt> receipts(List<Arrival> arrivals) {
    List<Receipt> receipts = new ArrayList<>();
    for (Arrival arrival : arrivals) {
      receipts.add(receipt(arrival, "case-" + receipts.size()));
    }
    return receipts;
  }

  /** The parcel itself, of those of whom nothing else has come. */
  Receipt ofParcel(PaperRecord paper) {
    return new Receipt(
        "case-paper",
        paper.channel(),
        paper.number().value(),
        "paper",
        DIGEST,
        1000,
        Optional.empty(),
        Optional.empty(),
        TimeEvidence.of(Interval.second(paper.received()), "cases.yaml", TrustClass.A),
        paper.received());
  }

  private Receipt receipt(Arrival arrival, String id) {
    TrustClass trust = TrustClass.valueOf(arrival.trust());
    Interval received =
        arrival
            .until()
            .map(until -> new Interval(instant(arrival.received()), instant(until)))
            .orElseGet(() -> Interval.second(instant(arrival.received())));
    Optional<TimeEvidence> sent =
        arrival
            .sent()
            .map(at -> TimeEvidence.of(Interval.second(instant(at)), "cases.yaml", trust));
    return new Receipt(
        id,
        Channel.ofCode(arrival.channel()).orElse(Channel.FOLDER),
        id,
        "package.zip",
        DIGEST,
        1000,
        Optional.empty(),
        sent,
        TimeEvidence.of(received, "cases.yaml", trust),
        received.latest());
  }

  private Instant instant(LocalDateTime time) {
    return time.atZone(zone).toInstant();
  }
}
