package cn.baosong.camel.post;

import cn.baosong.core.notice.ServerAnswer;
import cn.baosong.desk.Outgoing;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A mail made of the record. Its Message-ID is the letter's for ever: whoever gets it twice after a
 * crash sees that it is one.
 */
final class OutgoingMail extends MimeMessage {
  private final Outgoing outgoing;
  private final String messageId;
  private final Address recipient;
  private @Nullable ServerAnswer answer;

  OutgoingMail(Session session, Outgoing outgoing, String messageId, Address recipient) {
    super(session);
    this.outgoing = outgoing;
    this.messageId = messageId;
    this.recipient = recipient;
  }

  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", messageId);
  }

  Outgoing outgoing() {
    return outgoing;
  }

  /** The one address of this mailing, whoever else is named in To. */
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
