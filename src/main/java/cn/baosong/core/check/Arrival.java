package cn.baosong.core.check;

import cn.baosong.core.call.Basis;
import cn.baosong.core.check.TimeVerdict.Value;
import cn.baosong.core.submission.Receipt;
import cn.baosong.core.submission.TimeEvidence;
import cn.baosong.core.submission.TrustClass;
import java.util.Optional;

/**
 * When one delivery was sent, when it arrived and when it was received.
 *
 * @param sent empty when it cannot be known, such as an illegible postmark
 * @param arrived by the postmark of arrival, empty when that cannot be read; else the receipt
 */
record Arrival(Optional<TimeEvidence> sent, Optional<TimeEvidence> arrived, TimeEvidence received) {

  /** An electronic delivery; what only its sender says of the sending is not used. */
  static Arrival of(Receipt receipt) {
    return new Arrival(
        Optional.of(
            receipt.sent().filter(s -> s.trust() != TrustClass.C).orElse(receipt.received())),
        Optional.of(receipt.received()),
        receipt.received());
  }

  static Arrival at(TimeEvidence received) {
    return new Arrival(Optional.of(received), Optional.of(received), received);
  }

  /** Whether nothing but the receipt is known of both. */
  boolean isReceiptOnly() {
    return sent.filter(received::equals).isPresent();
  }

  TimeEvidence evidence(Basis basis) {
    return switch (basis) {
      case POSTMARK -> sent.orElse(received);
      case ARRIVAL_POSTMARK -> arrived.orElse(received);
      case RECEIPT -> received;
    };
  }

  /** Whether what it is held against is missing. */
  boolean isUnknown(Basis basis) {
    return switch (basis) {
      case POSTMARK -> sent.isEmpty();
      case ARRIVAL_POSTMARK -> arrived.isEmpty();
      case RECEIPT -> false;
    };
  }

  /** What was received in time was sent and arrived in time, whatever the postmark looks like. */
  Value judge(Basis basis, Limits limits) {
    Value byReceipt = limits.judge(received);
    if (basis == Basis.RECEIPT || byReceipt == Value.ON_TIME) {
      return byReceipt;
    }
    return isUnknown(basis) ? Value.UNDETERMINED : limits.judge(evidence(basis));
  }
}
