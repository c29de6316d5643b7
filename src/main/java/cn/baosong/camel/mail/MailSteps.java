package cn.baosong.camel.mail;

import cn.baosong.camel.Facts;
import cn.baosong.core.submission.Channel;
import jakarta.mail.MessagingException;
import java.io.IOException;
import org.apache.camel.Exchange;
import org.apache.camel.component.mail.MailMessage;
import org.apache.camel.support.DefaultMessage;

/** The step of the Kamelet that turns a mail into bytes with facts. */
public final class MailSteps {
  private final MailTimes times;

  public MailSteps(MailTimes times) {
    this.times = times;
  }

  /** The body becomes the raw bytes; of the mail itself nothing else stays in the exchange. */
  public void open(Exchange exchange) throws IOException, MessagingException {
    HeldMail mail = (HeldMail) exchange.getMessage(MailMessage.class).getOriginalMessage();
    MailHead head = MailHead.of(mail.raw());
    DefaultMessage bytes = new DefaultMessage(exchange.getContext());
    bytes.setBody(head.whole());
    exchange.setMessage(bytes);
    exchange.setVariable(Facts.CHANNEL, Channel.EMAIL.code());
    exchange.setVariable(Facts.NATIVE_ID, mail.sighting().key());
    exchange.setVariable(Facts.NAME, head.subject() + ".eml");
    times.state(mail, head, mail.held(), exchange);
  }
}
