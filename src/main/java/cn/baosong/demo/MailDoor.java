package cn.baosong.demo;

import cn.baosong.core.submission.Digest;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Properties;
import java.util.function.Supplier;

/**
 * A mail provider on this machine's loopback: it holds the office's mailbox, takes the office's
 * letters and puts them into the mailboxes of the units, made as the first letter comes.
 */
public final class MailDoor implements Door, AutoCloseable {
  private static final String LOOPBACK = "127.0.0.1";
  private static final Session NO_SESSION = Session.getInstance(new Properties());

  private final GreenMail provider;
  private final GreenMailUser office;
  private final String host;
  private final Supplier<ZonedDateTime> clock;

  /**
   * The office's account at the provider.
   *
   * @param address of the mailbox, and its user name
   * @param host as which the provider stamps what it receives
   */
  public record Account(String address, String password, String host) {}

  /**
   * Listens on loopback.
   *
   * @param clock real time, as a provider has it
   */
  public MailDoor(int imap, int smtp, Account account, Supplier<ZonedDateTime> clock) {
    provider =
        new GreenMail(
            new ServerSetup[] {
              new ServerSetup(imap, LOOPBACK, ServerSetup.PROTOCOL_IMAP),
              new ServerSetup(smtp, LOOPBACK, ServerSetup.PROTOCOL_SMTP)
            });
    provider.start();
    host = account.host();
    this.clock = clock;
    try {
      office =
          provider
              .getUserManager()
              .createUser(account.address(), account.address(), account.password());
    } catch (UserException twice) {
      throw new IllegalStateException(twice);
    }
  }

  @Override
  public Digest bring(Scene scene) throws IOException {
    try {
      MimeMessage mail = mail(scene, scene.mailedBy().orElseThrow());
      office.deliver(mail);
      return Hashing.of(OutputStream.nullOutputStream(), to -> write(mail, to));
    } catch (MessagingException odd) {
      throw new IOException(odd);
    }
  }

  /** How many letters of the office lie in a unit's mailbox. */
  public int letters(String address) {
    GreenMailUser unit = provider.getUserManager().getUserByEmail(address);
    try {
      return unit == null
          ? 0
          : provider.getManagers().getImapHostManager().getInbox(unit).getMessageCount();
    } catch (FolderException gone) {
      throw new IllegalStateException(gone);
    }
  }

  /** As the provider keeps it: what it found of the sender and its own stamp stand on top. */
  private MimeMessage mail(Scene scene, String from) throws MessagingException, IOException {
    MimeMessage sent = new MimeMessage(NO_SESSION);
    sent.setFrom(new InternetAddress(from));
    sent.setRecipients(Message.RecipientType.TO, office.getEmail());
    sent.setSubject("报送材料", StandardCharsets.UTF_8.name());
    sent.setContent(new MimeMultipart(text(), packed(scene)));
    sent.saveChanges();
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    kept.write(trace(from).getBytes(StandardCharsets.US_ASCII));
    sent.writeTo(kept);
    return new MimeMessage(NO_SESSION, new ByteArrayInputStream(kept.toByteArray()));
  }

  private String trace(String from) {
    String domain = from.substring(from.indexOf('@') + 1);
    return """
        Authentication-Results: %1$s; spf=pass smtp.mailfrom=%2$s; dkim=pass header.d=%3$s; dmarc=pass header.from=%3$s
        Received: from mail.%3$s (mail.%3$s [192.0.2.7]) by %1$s with ESMTPS; %4$s
        """
        .formatted(host, from, domain, DateTimeFormatter.RFC_1123_DATE_TIME.format(clock.get()))
        .replace("\n", "\r\n");
  }

  private static MimeBodyPart text() throws MessagingException {
    MimeBodyPart text = new MimeBodyPart();
    text.setText("现报送推荐材料，请查收。", StandardCharsets.UTF_8.name());
    return text;
  }

  private static MimeBodyPart packed(Scene scene) throws MessagingException, IOException {
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    scene.contents().write(zip);
    MimeBodyPart part = new MimeBodyPart();
    part.setDataHandler(
        new DataHandler(new ByteArrayDataSource(zip.toByteArray(), "application/zip")));
    part.setFileName(scene.file());
    return part;
  }

  private static void write(MimeMessage mail, OutputStream to) throws IOException {
    try {
      mail.writeTo(to);
    } catch (MessagingException odd) {
      throw new IOException(odd);
    }
  }

  @Override
  public void close() {
    provider.stop();
  }
}
