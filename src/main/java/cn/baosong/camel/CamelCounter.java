package cn.baosong.camel;

import cn.baosong.core.submission.SubmissionNumber;
import cn.baosong.desk.Arrival;
import cn.baosong.desk.Counter;
import java.io.IOException;
import java.io.InputStream;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;

/** The web's counter: enters by {@code direct:receive-submission} like every other channel. */
public final class CamelCounter implements Counter {
  private final ProducerTemplate producer;

  public CamelCounter(ProducerTemplate producer) {
    this.producer = producer;
  }

  @Override
  public SubmissionNumber receive(Arrival arrival, InputStream bytes) throws IOException {
    Exchange done =
        producer.send("direct:receive-submission", exchange -> state(exchange, arrival, bytes));
    Exception failure = done.getException();
    if (failure != null) {
      throw new IOException("the package could not be received", failure);
    }
    return new SubmissionNumber(done.getVariable(Facts.SUBMISSION, String.class));
  }

  private static void state(Exchange exchange, Arrival arrival, InputStream bytes) {
    exchange.getMessage().setBody(bytes);
    exchange.setVariable(Facts.CHANNEL, arrival.channel().code());
    exchange.setVariable(Facts.NATIVE_ID, arrival.nativeId());
    exchange.setVariable(Facts.NAME, arrival.name());
    arrival.folderUnit().ifPresent(unit -> exchange.setVariable(Facts.FOLDER_UNIT, unit));
    arrival.sent().ifPresent(sent -> exchange.setVariable(Facts.SENT, sent));
    exchange.setVariable(Facts.RECEIVED, arrival.received());
  }
}
