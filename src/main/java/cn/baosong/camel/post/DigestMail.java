package cn.baosong.camel.post;

import cn.baosong.desk.digest.DigestPost;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.Locale;

/** Sends the digests by the office's own way out. */
public final class DigestMail implements DigestPost {
  private final LetterSender sender;
  private final Sender from;
  private final Clock machine;

  /**
   * @param machine real time
   */
  public DigestMail(LetterSender sender, Sender from, Clock machine) {
    this.sender = sender;
    this.from = from;
    this.machine = machine;
  }

  @Override
  public void send(String address, LocalDate day, String subject, String text) throws NotSent {
    try {
      sender.send(mail(address, day, subject, text));
    } catch (NotTaken refused) {
      throw new NotSent(refused.failure().answer().text(), refused);
    } catch (MessagingException failed) {
      throw new NotSent(String.valueOf(failed.getMessage()), failed);
    }
  }

  private Mail mail(String address, LocalDate day, String subject, String text)
      throws MessagingException {
    String id = day + "." + Integer.toHexString(address.toLowerCase(Locale.ROOT).hashCode());
    Mail mail =
        new Mail(
            sender.getSession(),
            "<digest." + id + "@" + from.domain() + ">",
            new InternetAddress(address, true));
    mail.setFrom(new InternetAddress(from.address(), true));
    mail.setRecipient(Message.RecipientType.TO, mail.recipient());
    mail.setSubject(subject, StandardCharsets.UTF_8.name());
    mail.setSentDate(Date.from(machine.instant()));
    mail.setHeader("Auto-Submitted", "auto-generated");
    mail.setHeader("X-Auto-Response-Suppress", "All");
    mail.setText(text, StandardCharsets.UTF_8.name());
    mail.saveChanges();
    return mail;
  }

  private static final class Mail extends OfficeMail {
    Mail(Session session, String messageId, InternetAddress recipient) {
      super(session, messageId, recipient);
    }
  }
}
