package cn.baosong.core.check;

import cn.baosong.core.call.Basis;
import cn.baosong.core.check.TimeVerdict.Value;
import cn.baosong.core.submission.Receipt;
import cn.baosong.core.submission.TimeEvidence;
import cn.baosong.core.submission.TrustClass;
import java.util.Optional;

/**
 * When one delivery was sent and when it was received.
 *
 * @param sent empty when it cannot be known, such as an illegible postmark
 */
record Arrival(Optional<TimeEvidence> sent, TimeEvidence received) {

  /** An electronic delivery; what only its sender says of the sending is not used. */
  static Arrival of(Receipt receipt) {
    return new Arrival(
        Optional.of(
            receipt.sent().filter(s -> s.trust() != TrustClass.C).orElse(receipt.received())),
        receipt.received());
  }

  static Arrival at(TimeEvidence received) {
    return new Arrival(Optional.of(received), received);
  }

  /** Whether nothing but the receipt is known of both. */
  boolean isReceiptOnly() {
    return sent.filter(received::equals).isPresent();
  }

  TimeEvidence evidence(Basis basis) {
    return switch (basis) {
      case POSTMARK -> sent.orElse(received);
      case RECEIPT -> received;
    };
  }

  /** What was received in time was sent in time, whatever the postmark looks like. */
  Value judge(Basis basis, Limits limits) {
    Value byReceipt = limits.judge(received);
    return switch (basis) {
      case RECEIPT -> byReceipt;
      case POSTMARK ->
          byReceipt == Value.ON_TIME
              ? Value.ON_TIME
              : sent.map(limits::judge).orElse(Value.UNDETERMINED);
    };
  }
}
