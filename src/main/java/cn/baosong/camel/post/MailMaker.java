package cn.baosong.camel.post;

import cn.baosong.core.notice.Cover;
import cn.baosong.desk.Outgoing;
import jakarta.activation.DataHandler;
import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Makes mails of letters: of the record alone, and the same bytes whenever it is asked again. */
final class MailMaker {
  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  private final Sender sender;
  private final UnaryOperator<Instant> real;

  /**
   * @param real real time of a moment of the office's clock
   */
  MailMaker(Sender sender, UnaryOperator<Instant> real) {
    this.sender = sender;
    this.real = real;
  }

  /**
   * @throws AddressException when the registered address is none
   */
  OutgoingMail make(Session session, Outgoing outgoing) throws MessagingException, IOException {
    Cover cover = outgoing.cover();
    String letter = outgoing.letter().id();
    OutgoingMail mail =
        new OutgoingMail(
            session,
            outgoing,
            sender.messageId(letter),
            new InternetAddress(outgoing.mailing().address(), true));
    mail.setFrom(new InternetAddress(sender.address(), cover.from(), UTF_8));
    if (!sender.replyTo().isEmpty()) {
      mail.setReplyTo(InternetAddress.parse(sender.replyTo(), true));
    }
    mail.setRecipients(Message.RecipientType.TO, recipients(outgoing));
    mail.setSubject(cover.subject(), UTF_8);
    mail.setSentDate(Date.from(real.apply(outgoing.letter().written())));
    mail.setHeader("Auto-Submitted", automatic(outgoing));
    mail.setHeader("X-Auto-Response-Suppress", "All");
    mail.setHeader("X-Baosong-Letter", letter);
    mail.setContent(parts(outgoing, letter));
    mail.saveChanges();
    return mail;
  }

  /** RFC 3834: a receipt answers a message, other letters are the office's own act. */
  private static String automatic(Outgoing outgoing) {
    return outgoing.letter().kind().answersArrival() ? "auto-replied" : "auto-generated";
  }

  /** What is no address is left out; the mailing of its own says so. */
  private static Address[] recipients(Outgoing outgoing) {
    List<Address> to = new ArrayList<>();
    for (String address : outgoing.to()) {
      address(address).ifPresent(to::add);
    }
    return to.toArray(Address[]::new);
  }

  private static Optional<Address> address(String registered) {
    try {
      return Optional.of(new InternetAddress(registered, true));
    } catch (AddressException none) {
      return Optional.empty();
    }
  }

  private static MimeMultipart parts(Outgoing outgoing, String letter)
      throws MessagingException, IOException {
    MimeBodyPart text = new MimeBodyPart();
    text.setText(outgoing.cover().text(), UTF_8);
    text.setHeader("Content-Transfer-Encoding", "base64");
    MimeBodyPart pdf = new MimeBodyPart();
    byte[] bytes = Files.readAllBytes(outgoing.pdf());
    pdf.setDataHandler(new DataHandler(new ByteArrayDataSource(bytes, "application/pdf")));
    FileName name = new FileName(outgoing.cover().attachment());
    pdf.setHeader("Content-Type", "application/pdf;\r\n name=\"" + name.encodedWords() + "\"");
    pdf.setHeader(
        "Content-Disposition",
        "attachment;\r\n filename=\""
            + name.encodedWords()
            + "\";\r\n filename*="
            + name.extended());
    pdf.setHeader("Content-Transfer-Encoding", "base64");
    return new Parts("=_baosong_" + letter, text, pdf);
  }

  /** With a boundary that is the same whenever the mail is made again. */
  private static final class Parts extends MimeMultipart {
    Parts(String boundary, MimeBodyPart... parts) throws MessagingException {
      super("mixed", parts);
      contentType = "multipart/mixed;\r\n boundary=\"" + boundary + "\"";
    }
  }
}
