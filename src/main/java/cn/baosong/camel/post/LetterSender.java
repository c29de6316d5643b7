package cn.baosong.camel.post;

import cn.baosong.core.notice.ServerAnswer;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.apache.camel.component.mail.DefaultJavaMailSender;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/**
 * How camel-mail hands letters to the server: over one connection as long as letters follow upon
 * each other, to the one address of each mailing, and with the server's answer kept.
 */
public final class LetterSender extends DefaultJavaMailSender implements AutoCloseable {
  /** After so many the server is given a new connection, as most of them want. */
  private static final int OF_ONE_CONNECTION = 20;

  private static final Duration IDLE = Duration.ofSeconds(5);

  private final SmtpLine line;
  private final Clock machine;
  private @Nullable SMTPTransport transport;
  private int sent;
  private Instant lastSent = Instant.EPOCH;

  /**
   * @param machine real time
   */
  public LetterSender(SmtpLine line, Clock machine) {
    this.line = line;
    this.machine = machine;
    setSession(Session.getInstance(line.properties()));
    setHost(line.host());
    setPort(line.port());
    setProtocol(line.protocol());
  }

  @Override
  public synchronized void send(MimeMessage message) throws MessagingException {
    if (!(message instanceof OfficeMail mail)) {
      throw new MessagingException("only mails of the office leave by this door");
    }
    SMTPTransport open;
    try {
      open = connection();
    } catch (MessagingException failed) {
      throw new NotTaken(Answers.read(failed, false), failed);
    }
    try {
      open.sendMessage(mail, new Address[] {mail.recipient()});
      mail.answered(answer(open));
      sent++;
      lastSent = machine.instant();
    } catch (MessagingException failed) {
      close();
      throw new NotTaken(Answers.read(failed, true), failed);
    }
  }

  private static ServerAnswer answer(SMTPTransport open) {
    int code = open.getLastReturnCode();
    String words = String.valueOf(open.getLastServerResponse());
    return new ServerAnswer(code, words.replaceFirst("^" + code + "[ -]", ""));
  }

  private SMTPTransport connection() throws MessagingException {
    boolean fresh = sent < OF_ONE_CONNECTION && machine.instant().isBefore(lastSent.plus(IDLE));
    if (transport != null && fresh && transport.isConnected()) {
      return transport;
    }
    close();
    SMTPTransport next =
        new SMTPTransport(
            getSession(),
            new URLName(line.protocol(), line.host(), line.port(), null, null, null),
            line.protocol(),
            line.implicitTls()) {};
    next.connect(line.host(), line.port(), line.user(), line.password());
    transport = next;
    sent = 0;
    return next;
  }

  /** A server that is gone already needs no farewell. */
  @Override
  public synchronized void close() {
    SMTPTransport open = transport;
    transport = null;
    if (open != null) {
      try {
        open.close();
      } catch (MessagingException gone) {
        sent = 0;
      }
    }
  }
}
