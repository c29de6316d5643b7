package cn.baosong.camel.post;

import cn.baosong.core.notice.ServerAnswer;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A mail of the office's own making: to one address, under an id that it keeps. */
abstract class OfficeMail extends MimeMessage {
  private final String messageId;
  private final Address recipient;
  private @Nullable ServerAnswer answer;

  OfficeMail(Session session, String messageId, Address recipient) {
    super(session);
    this.messageId = messageId;
    this.recipient = recipient;
  }

  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", messageId);
  }

  /** The one address that it is handed over for, whoever else is named in To. */
  Address recipient() {
    return recipient;
  }

  void answered(ServerAnswer said) {
    answer = said;
  }

  Optional<ServerAnswer> answer() {
    return Optional.ofNullable(answer);
  }
}
