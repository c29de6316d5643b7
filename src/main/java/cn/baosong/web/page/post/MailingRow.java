package cn.baosong.web.page.post;

import cn.baosong.core.notice.MailCause;
import cn.baosong.core.notice.Mailing;
import cn.baosong.core.notice.MailingState;
import java.util.Optional;

/**
 * A letter on its way, as pages show it.
 *
 * @param changed since when it stands so
 * @param cause why it waits or was not delivered
 * @param said what the other side answered last, in its own words
 * @param next when it is tried again
 */
public record MailingRow(
    Mailing mailing,
    String changed,
    Optional<MailCause> cause,
    String said,
    int putOff,
    Optional<String> next) {

  /** Key of its wording. */
  public String stateKey() {
    return isPutOff() ? "mailing.putoff" : "mailing.state." + mailing.state();
  }

  public boolean isPutOff() {
    return mailing.state() == MailingState.WAITING && cause.isPresent();
  }

  /** How often the other side has put it off. */
  public int putOffTimes() {
    return putOff;
  }

  public boolean isUndelivered() {
    return mailing.state().isUndelivered();
  }

  /** Which colour its tag has. */
  public String tag() {
    return switch (mailing.state()) {
      case SENT -> "good";
      case WAITING, WITHHELD -> isPutOff() ? "warned" : "";
      case REFUSED, BOUNCED -> "failed";
    };
  }
}
