package cn.baosong.core.check;

import cn.baosong.core.call.Part;
import cn.baosong.core.check.TimeVerdict.Value;
import cn.baosong.core.submission.Interval;
import cn.baosong.core.submission.Receipt;
import cn.baosong.core.submission.Submission;
import cn.baosong.core.submission.SubmissionNumber;
import java.util.List;
import java.util.Optional;

/** What the receipts of a delivery say of time: the earliest counts (domain.md F6). */
final class ElectronicTimes {
  private final UnitCase facts;

  ElectronicTimes(UnitCase facts) {
    this.facts = facts;
  }

  /** The verdict on one part; empty when no deadline of that part binds this unit. */
  Optional<TimeVerdict> verdict(Part part, SubmissionNumber submission) {
    List<TimeVerdict> held =
        receipts(submission).stream()
            .flatMap(
                receipt ->
                    Deadlines.binding(part, receipt.channel(), facts).stream()
                        .map(reading -> reading.hold(Arrival.of(receipt)))
                        .map(verdict -> spared(verdict, receipt)))
            .toList();
    return held.isEmpty() ? Optional.empty() : Optional.of(Verdicts.best(held));
  }

  /** While we could not look, nothing late is refused by a machine (P6 of the faults). */
  private static TimeVerdict spared(TimeVerdict verdict, Receipt receipt) {
    return verdict.value() == Value.LATE
            && receipt.outage().filter(gap -> isAcross(gap, verdict)).isPresent()
        ? Verdicts.as(Value.UNDETERMINED, verdict, "收件渠道在期限前后曾无法查看，不以此认定逾期，由工作人员认定。")
        : verdict;
  }

  private static boolean isAcross(Interval gap, TimeVerdict verdict) {
    return verdict.mostLenient().filter(end -> !gap.earliest().isAfter(end)).isPresent()
        && verdict.strictest().filter(end -> !gap.latest().isBefore(end)).isPresent();
  }

  /** Its own receipts and those of deliveries with equal content (decisions 2). */
  private List<Receipt> receipts(SubmissionNumber number) {
    Submission own = facts.submissions().get(number);
    if (own == null) {
      return List.of();
    }
    return facts.submissions().values().stream()
        .filter(s -> s.number().equals(number) || sameContent(s, own))
        .flatMap(s -> s.receipts().stream())
        .toList();
  }

  private static boolean sameContent(Submission one, Submission other) {
    return one.content().isPresent() && one.content().equals(other.content());
  }
}
