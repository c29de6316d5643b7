package cn.baosong.camel.post;

import cn.baosong.core.notice.Letter;
import cn.baosong.core.notice.MailCause;
import cn.baosong.core.notice.ServerAnswer;
import cn.baosong.desk.MailFailure;
import cn.baosong.desk.MailQueue;
import cn.baosong.desk.MailingDesk;
import cn.baosong.desk.OpeningDesk;
import cn.baosong.desk.Outgoing;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The steps of {@code send-mail} and {@code close-mail}, and the last of {@code close-notice}. */
public final class PostSteps {
  private static final Logger LOG = LoggerFactory.getLogger(PostSteps.class);
  private static final String OUTGOING = "outgoing";
  private static final String FAILURE = "failure";

  private final MailQueue queue;
  private final MailingDesk desk;
  private final Optional<LetterSender> sender;
  private final MailMaker maker;

  /**
   * @param sender empty where letters are files only
   * @param real real time of a moment of the office's clock
   */
  public PostSteps(
      MailQueue queue,
      MailingDesk desk,
      Optional<LetterSender> sender,
      Sender from,
      UnaryOperator<Instant> real) {
    this.queue = queue;
    this.desk = desk;
    this.sender = sender;
    this.maker = new MailMaker(from, real);
  }

  /** Queues a letter that is marked as sent, in the same transaction. */
  public void queue(@Body Letter letter) {
    queue.queue(letter);
  }

  /** Queues what was printed before the unit of a package was known, in the same transaction. */
  public void catchUp(@Body OpeningDesk.Reading reading) {
    queue.catchUp(reading.submission().number());
  }

  /** The mail of a claimed row becomes the body. */
  public void compose(@Body Map<String, Object> row, Exchange exchange)
      throws IOException, MessagingException {
    Outgoing outgoing = desk.compose(String.valueOf(row.get("id")));
    exchange.setVariable(OUTGOING, outgoing);
    LetterSender through =
        sender.orElseThrow(() -> new IllegalStateException("没有设置 baosong.smtp It is not set"));
    try {
      exchange.getMessage().setBody(maker.make(through.getSession(), outgoing));
    } catch (AddressException malformed) {
      MailFailure failure =
          new MailFailure(
              MailCause.MALFORMED_ADDRESS,
              false,
              new ServerAnswer(0, String.valueOf(malformed.getMessage())));
      throw new NotTaken(failure, malformed);
    }
  }

  /** Keeps why it was not taken. */
  public void keepAnswer(Exchange exchange) {
    NotTaken not = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, NotTaken.class);
    exchange.setVariable(FAILURE, not.failure());
    if (not.failure().beforeLetter()) {
      LOG.error("no letter leaves by mail: {}", not.getMessage());
    }
  }

  /** Enters what became of it, in the route's transaction. */
  public void close(Exchange exchange) {
    Outgoing outgoing = exchange.getVariable(OUTGOING, Outgoing.class);
    MailFailure failure = exchange.getVariable(FAILURE, MailFailure.class);
    if (failure != null) {
      desk.failed(outgoing.mailing(), failure);
    } else if (exchange.getMessage().getBody() instanceof OutgoingMail mail) {
      desk.taken(outgoing.mailing(), mail.answer().orElse(new ServerAnswer(0, "")));
    } else {
      throw new IllegalStateException("no mail was sent");
    }
  }
}
