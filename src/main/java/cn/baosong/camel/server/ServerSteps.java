package cn.baosong.camel.server;

import cn.baosong.camel.Facts;
import cn.baosong.core.submission.ClassifiedMarking;
import cn.baosong.core.submission.Receipt;
import cn.baosong.desk.Units;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultMessage;
import org.apache.camel.support.SynchronizationAdapter;
import org.apache.camel.util.IOHelper;

/** The step of the Kamelet that turns a file of a server into bytes with facts. */
public final class ServerSteps {
  private final ServerTimes times;
  private final Units units;
  private final ReadAhead ahead = new ReadAhead();

  public ServerSteps(ServerTimes times, Units units) {
    this.times = times;
    this.units = units;
  }

  /**
   * The body becomes the bytes; nothing else of what the server told stays in the exchange.
   *
   * @throws IOException when a file that is read at once did not come whole
   */
  public void open(Exchange exchange) throws IOException {
    Brought brought = (Brought) Held.carried(exchange).getBody();
    ServerFile file = brought.file();
    DefaultMessage bytes = new DefaultMessage(exchange.getContext());
    Optional<InputStream> read = ahead.whole(file, brought.bytes());
    bytes.setBody(read.orElse(brought.bytes()), InputStream.class);
    exchange.setMessage(bytes);
    exchange.setVariable(Facts.READ, read.isPresent());
    read.ifPresent(held -> closedInTheEnd(held, exchange));
    exchange.setVariable(Facts.CHANNEL, file.channel().code());
    exchange.setVariable(Facts.NATIVE_ID, file.key());
    exchange.setVariable(Facts.NAME, shown(file.arrivalName()));
    claim(file, exchange);
    times.state(file, brought.stamp(), exchange);
  }

  /** It may never come to where it is kept. */
  private static void closedInTheEnd(InputStream held, Exchange exchange) {
    exchange
        .getExchangeExtension()
        .addOnCompletion(
            new SynchronizationAdapter() {
              @Override
              public void onDone(Exchange done) {
                IOHelper.close(held);
              }
            });
  }

  private static String shown(String name) {
    return ClassifiedMarking.in(name) == ClassifiedMarking.MARKED ? Receipt.NAME_WITHHELD : name;
  }

  /** The folder says who sends; whoever has the account can put a file into any folder of it. */
  private void claim(ServerFile file, Exchange exchange) {
    if (file.place().habits().units()) {
      file.firstFolder()
          .filter(name -> units.match(name).isPresent())
          .ifPresent(name -> exchange.setVariable(Facts.FOLDER_UNIT, name));
    }
  }
}
