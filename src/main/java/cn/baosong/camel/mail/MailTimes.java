package cn.baosong.camel.mail;

import cn.baosong.camel.Facts;
import cn.baosong.core.submission.MailObserved;
import cn.baosong.core.submission.ReceivedLine;
import cn.baosong.core.submission.ReceivedTrail;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.apache.camel.Exchange;

/** States when a mail was sent and received, by what the server and our own looks say. */
public final class MailTimes {
  private final UnaryOperator<Instant> officeTime;
  private final Duration transit;

  /**
   * @param officeTime shifts an observed instant by the office clock's offset (decisions.md 16)
   * @param transit how long a mail may be on its way
   */
  public MailTimes(UnaryOperator<Instant> officeTime, Duration transit) {
    this.officeTime = officeTime;
    this.transit = transit;
  }

  void state(HeldMail mail, MailHead head, MailFolder folder, Exchange exchange) {
    MailObserved observed = observed(mail, head, folder);
    observed.sent(transit).ifPresent(sent -> exchange.setVariable(Facts.SENT, sent));
    exchange.setVariable(Facts.RECEIVED, observed.received());
  }

  private MailObserved observed(HeldMail mail, MailHead head, MailFolder folder) {
    ReceivedTrail trail = ReceivedTrail.of(head.all("Received"), folder.box().trustedHosts());
    return new MailObserved(
        trail.shifted(officeTime),
        mail.stamps().internal().map(officeTime),
        mail.stamps().saved().map(officeTime),
        mail.sighting().before().map(officeTime),
        officeTime.apply(mail.sighting().seen()),
        head.all("Date").stream().findFirst().flatMap(ReceivedLine::instant).map(officeTime));
  }
}
