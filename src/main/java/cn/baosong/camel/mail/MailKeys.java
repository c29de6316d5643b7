package cn.baosong.camel.mail;

import jakarta.mail.Message;
import org.apache.camel.component.mail.MailEndpoint;
import org.apache.camel.component.mail.MailUidGenerator;

/**
 * Calls a mail by mailbox, folder, UIDVALIDITY and UID; its Message-ID is the sender's to choose.
 */
public final class MailKeys implements MailUidGenerator {
  @Override
  public String generateUuid(MailEndpoint endpoint, Message message) {
    return message instanceof HeldMail held ? held.sighting().key() : "";
  }
}
