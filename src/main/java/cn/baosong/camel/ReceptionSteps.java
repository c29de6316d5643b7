package cn.baosong.camel;

import cn.baosong.core.submission.Channel;
import cn.baosong.core.submission.Interval;
import cn.baosong.core.submission.Receipt;
import cn.baosong.core.submission.SubmissionNumber;
import cn.baosong.core.submission.TimeEvidence;
import cn.baosong.core.submission.TrustClass;
import cn.baosong.desk.Arrival;
import cn.baosong.desk.CorrespondenceDesk;
import cn.baosong.desk.FirstLook;
import cn.baosong.desk.Glimpse;
import cn.baosong.desk.Reception;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The steps of {@code receive-submission} before the barrier. */
public final class ReceptionSteps {
  private static final Logger LOG = LoggerFactory.getLogger(ReceptionSteps.class);

  private final Reception reception;
  private final FirstLook look;
  private final CorrespondenceDesk correspondence;
  private final Clock clock;
  private final ClockWatch watch;

  public ReceptionSteps(
      Reception reception,
      FirstLook look,
      CorrespondenceDesk correspondence,
      Clock clock,
      ClockWatch watch) {
    this.watch = watch;
    this.reception = reception;
    this.look = look;
    this.correspondence = correspondence;
    this.clock = clock;
  }

  /** Stores the body and the evidence of its arrival; the body becomes the receipt. */
  public Receipt archive(@Body InputStream bytes, Exchange exchange) throws IOException {
    try (bytes) {
      return reception.archive(arrival(exchange), bytes);
    }
  }

  /**
   * Gives the number, with the acknowledgement in the outbox. A mail that needs none is kept as
   * correspondence.
   */
  public void register(@Body Receipt receipt, Exchange exchange) throws IOException {
    Optional<Glimpse> mail = look.at(receipt);
    if (mail.filter(seen -> correspondence.takes(receipt, seen.mail())).isPresent()) {
      return;
    }
    SubmissionNumber number = reception.register(receipt, mail);
    exchange.setVariable(Facts.SUBMISSION, number.value());
    LOG.info("{} registered", number);
  }

  private Arrival arrival(Exchange exchange) {
    TimeEvidence seenNow =
        TimeEvidence.of(Interval.at(clock.instant()), "first seen", TrustClass.B);
    Channel channel =
        Channel.ofCode(text(exchange, Facts.CHANNEL).orElse("folder")).orElse(Channel.FOLDER);
    TimeEvidence received =
        Optional.ofNullable(exchange.getVariable(Facts.RECEIVED, TimeEvidence.class))
            .orElse(seenNow);
    // The source of a mail says by itself what of its time our clock gave.
    Optional<String> doubt = channel == Channel.EMAIL ? Optional.empty() : watch.doubt();
    return new Arrival(
        channel,
        text(exchange, Facts.NATIVE_ID).orElse(exchange.getExchangeId()),
        text(exchange, Facts.NAME).orElse("未命名"),
        text(exchange, Facts.FOLDER_UNIT),
        Optional.ofNullable(exchange.getVariable(Facts.SENT, TimeEvidence.class)),
        doubt.isPresent() ? claimed(received) : received,
        Optional.ofNullable(exchange.getVariable(Facts.OUTAGE, Interval.class)),
        Stream.concat(remarks(exchange).stream(), doubt.stream()).toList());
  }

  private static TimeEvidence claimed(TimeEvidence read) {
    return new TimeEvidence(read.interval(), read.source(), TrustClass.C, read.day());
  }

  private static List<String> remarks(Exchange exchange) {
    List<?> told = exchange.getVariable(Facts.REMARKS, List.class);
    return told == null ? List.of() : told.stream().map(String::valueOf).toList();
  }

  private static Optional<String> text(Exchange exchange, String fact) {
    return Optional.ofNullable(exchange.getVariable(fact, String.class)).filter(t -> !t.isBlank());
  }
}
