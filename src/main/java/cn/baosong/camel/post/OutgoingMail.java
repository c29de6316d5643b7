package cn.baosong.camel.post;

import cn.baosong.desk.Outgoing;
import jakarta.mail.Address;
import jakarta.mail.Session;

/**
 * A mail made of the record. Its Message-ID is the letter's for ever: whoever gets it twice after a
 * crash sees that it is one.
 */
final class OutgoingMail extends OfficeMail {
  private final Outgoing outgoing;

  OutgoingMail(Session session, Outgoing outgoing, String messageId, Address recipient) {
    super(session, messageId, recipient);
    this.outgoing = outgoing;
  }

  Outgoing outgoing() {
    return outgoing;
  }
}
