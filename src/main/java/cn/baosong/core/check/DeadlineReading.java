package cn.baosong.core.check;

import cn.baosong.core.call.Basis;
import cn.baosong.core.call.Deadline;
import cn.baosong.core.check.TimeVerdict.Value;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A deadline with its interpretation interval, ready to hold arrivals against it. */
record DeadlineReading(Deadline deadline, Limits limits) {

  static DeadlineReading of(Deadline deadline, UnitCase facts) {
    return new DeadlineReading(deadline, Limits.of(deadline, facts.workingDays(), facts.zone()));
  }

  /** One arrival under every basis in play (A11), told by the one that speaks of what was seen. */
  TimeVerdict hold(Arrival arrival) {
    Comparator<Basis> first =
        arrival.isReceiptOnly() ? Comparator.reverseOrder() : Comparator.naturalOrder();
    List<TimeVerdict> readings =
        deadline.basis().stream().sorted(first).map(basis -> hold(basis, arrival)).toList();
    return Verdicts.unanimous(readings, "通知未载明以寄出还是收到为准，两种理解结论不同，由工作人员认定。");
  }

  private TimeVerdict hold(Basis basis, Arrival arrival) {
    Value value = arrival.judge(basis, limits);
    boolean unknown = value == Value.UNDETERMINED && arrival.isUnknown(basis);
    return new TimeVerdict(
        value,
        Optional.of(deadline),
        Optional.of(limits.strictest()),
        limits.mostLenient(),
        Optional.of(arrival.evidence(basis)),
        TimeWords.computation(basis, value, arrival.evidence(basis), limits)
            + (unknown ? (basis == Basis.POSTMARK ? "寄出" : "寄达") + "邮戳缺失或无法辨认。" : ""));
  }
}
