package cn.baosong.camel.post;

import cn.baosong.core.submission.Channel;
import cn.baosong.desk.MailProbe;
import cn.baosong.desk.Probe;
import cn.baosong.desk.Prober;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Writes to each mailbox of the office by the office's own way out. */
public final class MailProber implements Prober {
  private final LetterSender sender;
  private final Sender from;
  private final Supplier<Map<String, String>> mailboxes;
  private final Clock machine;

  /**
   * @param mailboxes the address of each mailbox that is looked into, by its name
   * @param machine real time
   */
  public MailProber(
      LetterSender sender, Sender from, Supplier<Map<String, String>> mailboxes, Clock machine) {
    this.sender = sender;
    this.from = from;
    this.mailboxes = mailboxes;
    this.machine = machine;
  }

  @Override
  public Channel channel() {
    return Channel.EMAIL;
  }

  @Override
  public Set<String> sources() {
    return mailboxes.get().keySet();
  }

  @Override
  public void send(Probe probe, String token) throws NotSent {
    try {
      sender.send(mail(probe, new MailProbe(probe.id(), token)));
    } catch (NotTaken refused) {
      throw new NotSent(refused.failure().answer().text(), refused);
    } catch (MessagingException failed) {
      throw new NotSent(String.valueOf(failed.getMessage()), failed);
    }
  }

  private ProbeMail mail(Probe probe, MailProbe sign) throws MessagingException {
    String address = mailboxes.get().getOrDefault(probe.source(), "");
    ProbeMail mail =
        new ProbeMail(
            sender.getSession(),
            MailProbe.messageId(probe.id(), from.domain()),
            new InternetAddress(address, true));
    mail.setFrom(new InternetAddress(from.address(), true));
    mail.setRecipient(Message.RecipientType.TO, mail.recipient());
    mail.setSubject("渠道自检，请勿回复 Channel probe", StandardCharsets.UTF_8.name());
    mail.setSentDate(Date.from(machine.instant()));
    mail.setHeader("Auto-Submitted", "auto-generated");
    mail.setHeader("X-Auto-Response-Suppress", "All");
    mail.setHeader(MailProbe.FIELD, sign.field());
    mail.setText(sign.text(), StandardCharsets.US_ASCII.name());
    mail.saveChanges();
    return mail;
  }

  private static final class ProbeMail extends OfficeMail {
    ProbeMail(Session session, String messageId, Address recipient) {
      super(session, messageId, recipient);
    }
  }
}
