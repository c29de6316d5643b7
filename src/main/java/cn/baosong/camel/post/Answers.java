package cn.baosong.camel.post;

import cn.baosong.core.notice.AnswerTable;
import cn.baosong.core.notice.MailCause;
import cn.baosong.core.notice.ServerAnswer;
import cn.baosong.desk.MailFailure;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.util.MailConnectException;

/** Reads why the carrier could not hand a letter over. */
final class Answers {
  private static final Pattern CODE =
      Pattern.compile("(?:response:\\s*|^)(\\d{3})\\b", Pattern.MULTILINE);

  private Answers() {}

  /**
   * @param connected whether the line stood, and the server had let us in
   */
  static MailFailure read(MessagingException failed, boolean connected) {
    if (failed instanceof AddressException) {
      return new MailFailure(MailCause.MALFORMED_ADDRESS, false, said(0, failed));
    }
    Optional<MailFailure> told = told(failed);
    if (told.isPresent()) {
      return told.get();
    }
    return connected ? new MailFailure(MailCause.CUT, false, said(0, failed)) : line(failed);
  }

  /** What an SMTP command was answered with; the recipient's answer before the sum of them. */
  private static Optional<MailFailure> told(MessagingException failed) {
    MailFailure found = null;
    for (Exception e = failed; e instanceof MessagingException m; e = m.getNextException()) {
      if (e instanceof SMTPAddressFailedException refused) {
        return Optional.of(letter(refused.getReturnCode(), refused));
      } else if (e instanceof SMTPSenderFailedException refused) {
        found = sender(refused.getReturnCode(), refused);
      } else if (e instanceof SMTPSendFailedException refused && refused.getReturnCode() > 0) {
        boolean mail = String.valueOf(refused.getCommand()).startsWith("MAIL");
        found =
            mail
                ? sender(refused.getReturnCode(), refused)
                : letter(refused.getReturnCode(), refused);
      }
    }
    return Optional.ofNullable(found);
  }

  private static MailFailure letter(int code, MessagingException refused) {
    ServerAnswer answer = said(code, refused);
    return new MailFailure(AnswerTable.read(answer), false, answer);
  }

  /** At MAIL FROM no letter is known but by its size. */
  private static MailFailure sender(int code, MessagingException refused) {
    ServerAnswer answer = said(code, refused);
    MailCause cause = AnswerTable.read(answer);
    return switch (cause) {
      case TOO_LARGE -> new MailFailure(cause, false, answer);
      case FREQUENCY, SPAM, BLOCKED, NOT_AUTHENTICATED, SENDER_NOT_ALLOWED ->
          new MailFailure(cause, true, answer);
      case UNKNOWN_ADDRESS,
          MALFORMED_ADDRESS,
          MAILBOX_FULL,
          NOT_ENCRYPTED,
          UNREACHABLE,
          CLOSED,
          CUT,
          TEMPORARY,
          REFUSED,
          GIVEN_UP,
          CAME_BACK,
          DAILY_CAP ->
          new MailFailure(
              code >= 500 ? MailCause.SENDER_NOT_ALLOWED : MailCause.CLOSED, true, answer);
    };
  }

  private static MailFailure line(MessagingException failed) {
    ServerAnswer answer = said(code(failed), failed);
    if (failed instanceof AuthenticationFailedException) {
      MailCause cause = AnswerTable.read(answer);
      boolean often = cause == MailCause.FREQUENCY;
      return new MailFailure(often ? cause : MailCause.NOT_AUTHENTICATED, true, answer);
    }
    if (isOfEncryption(failed)) {
      return new MailFailure(MailCause.NOT_ENCRYPTED, true, answer);
    }
    if (failed instanceof MailConnectException || answer.code() == 0) {
      return new MailFailure(MailCause.UNREACHABLE, true, answer);
    }
    boolean often = AnswerTable.read(answer) == MailCause.FREQUENCY;
    return new MailFailure(often ? MailCause.FREQUENCY : MailCause.CLOSED, true, answer);
  }

  private static boolean isOfEncryption(Throwable failed) {
    for (Throwable e = failed; e != null; e = e.getCause()) {
      String words = String.valueOf(e.getMessage()).toUpperCase(Locale.ROOT);
      if (e instanceof SSLException
          || words.contains("STARTTLS")
          || words.contains("TLS")
          || words.contains("CERTIFICATE")) {
        return true;
      }
    }
    return false;
  }

  private static int code(MessagingException failed) {
    Matcher code = CODE.matcher(String.valueOf(failed.getMessage()));
    return code.find() ? Integer.parseInt(code.group(1)) : 0;
  }

  /** The innermost words, without the code that stands apart. */
  private static ServerAnswer said(int code, MessagingException failed) {
    Throwable inner = failed;
    while (code == 0 && inner.getCause() != null && inner.getCause() != inner) {
      inner = inner.getCause();
    }
    String words = Optional.ofNullable(inner.getMessage()).orElse(inner.getClass().getSimpleName());
    return new ServerAnswer(code, words.replaceFirst("^" + code + "[ -]", ""));
  }
}
