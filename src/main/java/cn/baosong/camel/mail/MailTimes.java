package cn.baosong.camel.mail;

import cn.baosong.camel.ClockWatch;
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
  private final ClockWatch watch;

  /**
   * @param officeTime shifts an observed instant by the office clock's offset (decisions.md 16)
   * @param transit how long a mail may be on its way
   * @param zone in which times are told
   * @param watch over the clock that the looks go by
   */
  public MailTimes(
      UnaryOperator<Instant> officeTime, Duration transit, ZoneId zone, ClockWatch watch) {
    this.watch = watch;
    this.officeTime = officeTime;
    this.transit = transit;
    this.zone = zone;
  }

  void state(HeldMail mail, MailHead head, MailFolder folder, Exchange exchange) {
    Sighting seen = mail.sighting();
    mail.stamps().internal().ifPresent(at -> watch.stamped(at, seen.before(), seen.seen()));
    Optional<String> doubt = watch.doubt();
    MailObserved observed = observed(mail, head, folder, doubt.isPresent());
    observed.sent(transit).ifPresent(sent -> exchange.setVariable(Facts.SENT, sent));
    exchange.setVariable(Facts.RECEIVED, observed.received());
    outage(observed, folder).ifPresent(gap -> exchange.setVariable(Facts.OUTAGE, gap));
    List<String> remarks = new ArrayList<>(observed.remarks(zone));
    if (folder.isJunk()) {
      remarks.add("服务商把它放进了垃圾邮件文件夹（" + folder.name() + "）。");
    }
    doubt.ifPresent(remarks::add);
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

  /** A look before, by a clock that nobody can believe, is none. */
  private MailObserved observed(
      HeldMail mail, MailHead head, MailFolder folder, boolean isClockInDoubt) {
    ReceivedTrail trail = ReceivedTrail.of(head.all("Received"), folder.box().trustedHosts());
    return new MailObserved(
        trail.shifted(officeTime),
        mail.stamps().internal().map(officeTime),
        mail.stamps().saved().map(officeTime),
        mail.sighting().before().filter(last -> !isClockInDoubt).map(officeTime),
        officeTime.apply(mail.sighting().seen()),
        head.all("Date").stream().findFirst().flatMap(ReceivedLine::instant).map(officeTime));
  }
}
