package cn.baosong.camel.mail;

import cn.baosong.camel.Facts;
import cn.baosong.core.submission.Channel;
import cn.baosong.desk.Act;
import cn.baosong.desk.Audit;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.component.mail.MailMessage;
import org.apache.camel.support.DefaultMessage;

/** The step of the Kamelet that turns a mail into bytes with facts. */
public final class MailSteps {
  /** Words by which camel and camel-mail would be steered. */
  private static final Pattern STEERING =
      Pattern.compile(
          "(?i)(org\\.apache\\.)?camel.*|delete|moveto|copyto|breadcrumbid|mail\\.(smtp|imap|pop3).*");

  private static final int NAMED = 10;

  private final MailTimes times;
  private final MailProbes probes;
  private final Audit audit;

  public MailSteps(MailTimes times, MailProbes probes, Audit audit) {
    this.times = times;
    this.probes = probes;
    this.audit = audit;
  }

  /** The body becomes the raw bytes; of the mail itself nothing else stays in the exchange. */
  public void open(Exchange exchange) throws IOException, MessagingException {
    HeldMail mail = (HeldMail) exchange.getMessage(MailMessage.class).getOriginalMessage();
    Optional<MailHead> read = probes.without(mail, MailHead.of(mail.raw()));
    if (read.isEmpty()) {
      exchange.setMessage(new DefaultMessage(exchange.getContext()));
      exchange.setRouteStop(true);
      return;
    }
    MailHead head = read.get();
    DefaultMessage bytes = new DefaultMessage(exchange.getContext());
    bytes.setBody(head.whole());
    exchange.setMessage(bytes);
    exchange.setVariable(Facts.CHANNEL, Channel.EMAIL.code());
    exchange.setVariable(Facts.NATIVE_ID, mail.sighting().key());
    exchange.setVariable(Facts.NAME, head.subject());
    times.state(mail, head, mail.held(), exchange);
    noteSteering(mail, head);
    mail.held().brought();
  }

  /** They steer nothing; that somebody tried is told. */
  private void noteSteering(HeldMail mail, MailHead head) {
    List<String> tried =
        head.names().stream()
            .filter(name -> STEERING.matcher(name).matches())
            .limit(NAMED)
            .map(name -> name.substring(0, Math.min(name.length(), 80)))
            .toList();
    if (!tried.isEmpty()) {
      Act ignored = new Act(Act.Kind.HEADERS_IGNORED, Act.MACHINE, String.join(", ", tried));
      audit.note(mail.sighting().key(), ignored);
    }
  }
}
