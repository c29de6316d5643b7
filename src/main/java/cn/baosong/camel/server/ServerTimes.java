package cn.baosong.camel.server;

import cn.baosong.camel.Facts;
import cn.baosong.core.submission.Interval;
import cn.baosong.core.submission.ServerObserved;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.camel.Exchange;

/** States when a file came, by what the server and our own looks say. */
public final class ServerTimes {
  private final UnaryOperator<Instant> officeTime;
  private final ZoneId zone;

  /**
   * @param officeTime shifts an observed instant by the office clock's offset (decisions.md 16)
   * @param zone of the office, in which times are told
   */
  public ServerTimes(UnaryOperator<Instant> officeTime, ZoneId zone) {
    this.officeTime = officeTime;
    this.zone = zone;
  }

  void state(ServerFile file, ServerFolder.Stamp stamp, Exchange exchange) {
    ServerObserved observed =
        new ServerObserved(
            stamp.logged().map(this::inOfficeTime),
            file.modified().map(officeTime),
            file.before().map(officeTime),
            officeTime.apply(file.seen()),
            stamp.offset().map(ServerClock.Offset::ahead));
    exchange.setVariable(Facts.RECEIVED, observed.received());
    exchange.setVariable(Facts.REMARKS, observed.remarks(zone));
    outage(file).ifPresent(gap -> exchange.setVariable(Facts.OUTAGE, gap));
  }

  private Interval inOfficeTime(Interval at) {
    return new Interval(officeTime.apply(at.earliest()), officeTime.apply(at.latest()));
  }

  /** So long nobody looked that the file may have waited for us. */
  private Optional<Interval> outage(ServerFile file) {
    return file.before()
        .filter(last -> last.isBefore(file.seen().minus(ServerMemory.gap(file.place()))))
        .map(last -> new Interval(officeTime.apply(last), officeTime.apply(file.seen())));
  }
}
