package cn.baosong.camel.mail;

import cn.baosong.camel.Facts;
import cn.baosong.core.submission.Interval;
import cn.baosong.core.submission.MailObserved;
import cn.baosong.core.submission.ReceivedLine;
import cn.baosong.core.submission.ReceivedTrail;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.camel.Exchange;

/** States when a mail was sent and received, by what the server and our own looks say. */
public final class MailTimes {
  private static final Duration SHORTEST_OUTAGE = Duration.ofMinutes(5);

  private final UnaryOperator<Instant> officeTime;
  private final Duration transit;
  private final ZoneId zone;

  /**
   * @param officeTime shifts an observed instant by the office clock's offset (decisions.md 16)
   * @param transit how long a mail may be on its way
   * @param zone in which times are told
   */
  public MailTimes(UnaryOperator<Instant> officeTime, Duration transit, ZoneId zone) {
    this.officeTime = officeTime;
    this.transit = transit;
    this.zone = zone;
  }

  void state(HeldMail mail, MailHead head, MailFolder folder, Exchange exchange) {
    MailObserved observed = observed(mail, head, folder);
    observed.sent(transit).ifPresent(sent -> exchange.setVariable(Facts.SENT, sent));
    exchange.setVariable(Facts.RECEIVED, observed.received());
    outage(observed, folder).ifPresent(gap -> exchange.setVariable(Facts.OUTAGE, gap));
    List<String> remarks = new ArrayList<>(observed.remarks(zone));
    if (folder.isJunk()) {
      remarks.add("服务商把它放进了垃圾邮件文件夹（" + folder.name() + "）。");
    }
    exchange.setVariable(Facts.REMARKS, remarks);
  }

  /** So long nobody looked that the mail may have waited for us. */
  private static Optional<Interval> outage(MailObserved observed, MailFolder folder) {
    Duration usual = folder.box().poll().multipliedBy(4);
    Duration gap = usual.compareTo(SHORTEST_OUTAGE) > 0 ? usual : SHORTEST_OUTAGE;
    return observed
        .before()
        .filter(last -> last.isBefore(observed.seen().minus(gap)))
        .map(last -> new Interval(last, observed.seen()));
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
