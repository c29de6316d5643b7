package cn.baosong.core.check;

import cn.baosong.core.call.Deadline;
import cn.baosong.core.call.Part;
import cn.baosong.core.check.Subject.Ground;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.PaperRecord;
import cn.baosong.core.submission.Channel;
import cn.baosong.core.submission.Receipt;
import cn.baosong.core.submission.Submission;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What comes before its window opens. It is never refused: it is kept, a person sees it, and from
 * the opening on it is examined as if it had come then.
 */
record Openings(UnitCase facts) {

  /** A delivery of which no arrival is after the opening. */
  Optional<Finding> of(Submission delivery) {
    List<Early> arrivals =
        delivery.receipts().stream()
            .map(r -> early(opening(r), r.received().interval().latest()))
            .toList();
    return first(arrivals)
        .map(
            early ->
                finding(
                    early,
                    Subject.of(delivery.number()),
                    TimeWords.evidence(delivery.effective().received(), facts.zone())));
  }

  /** A candidate of whom every registered parcel came before the opening. */
  Optional<Finding> of(Dossier dossier) {
    List<PaperRecord> papers = PapersOf.naming(dossier, facts);
    return first(papers.stream().map(p -> early(opening(p), p.received())).toList())
        .map(early -> finding(early, Subject.of(dossier), papers.get(0).number().value()));
  }

  private record Early(Optional<Deadline> deadline, boolean isEarly) {}

  private Early early(Optional<Deadline> deadline, Instant arrived) {
    return new Early(
        deadline,
        deadline.flatMap(d -> d.opens(facts.zone())).filter(arrived::isBefore).isPresent());
  }

  private static Optional<Deadline> first(List<Early> arrivals) {
    return arrivals.stream().allMatch(Early::isEarly)
        ? arrivals.stream().findFirst().flatMap(Early::deadline)
        : Optional.empty();
  }

  /** Of the electronic half; where the notice names none, of the paper that it stands for. */
  private Optional<Deadline> opening(Receipt receipt) {
    return bound(Part.ELECTRONIC, receipt.channel()).or(() -> bound(Part.PAPER, receipt.channel()));
  }

  private Optional<Deadline> opening(PaperRecord paper) {
    return bound(Part.PAPER, paper.channel());
  }

  private Optional<Deadline> bound(Part part, Channel channel) {
    return Deadlines.binding(part, channel, facts).map(DeadlineReading::deadline);
  }

  private Finding finding(Deadline deadline, Subject subject, String observed) {
    Instant from = deadline.opens(facts.zone()).orElseThrow();
    boolean open = !facts.asOf().isBefore(from);
    String when = TimeWords.moment(from, facts.zone());
    return subject.finding(
        FindingCode.CALL_NOT_OPEN,
        open ? Outcome.REMARK : Outcome.REFER,
        new Ground("", deadline.clause()),
        observed,
        open
            ? "收到时间早于开始接收时间（" + when + "），按开始接收之时收到办理。"
            : "收到时间早于开始接收时间（" + when + "），材料已保留，到时自动审核，不必重新报送。");
  }
}
