package cn.baosong.core.notice;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.Unit;
import cn.baosong.core.submission.Receipt;
import cn.baosong.core.submission.Submission;
import java.util.Optional;

/**
 * A delivery as far as it is known when a letter answers it.
 *
 * @param arrival the arrival that is answered; the same bytes may have arrived before
 * @param call unknown before the package is opened
 * @param unit registered unit; before opening only where the place of arrival tells it
 */
public record Delivery(
    Submission submission, Receipt arrival, Optional<Call> call, Optional<Unit> unit) {
  public static Delivery of(Submission submission, Optional<Call> call, Optional<Unit> unit) {
    return new Delivery(submission, submission.effective(), call, unit);
  }

  boolean isRepeated() {
    return !arrival.id().equals(submission.first().id());
  }
}
