package cn.baosong.camel.mail;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.util.Optional;
import org.eclipse.angus.mail.pop3.POP3Store;

/** A mailbox over POP3S. */
final class OfficePop3Store extends POP3Store {
  private final Mailboxes.Account account;

  OfficePop3Store(Session session, URLName place, Mailboxes.Account account) {
    super(session, place, "pop3s", true);
    this.account = account;
  }

  @Override
  public Folder getFolder(String name) throws MessagingException {
    Optional<MailFolder> ours = account.folder(name);
    return ours.isPresent() && isConnected()
        ? new OfficePop3Folder(this, name, ours.get(), account.ledger())
        : super.getFolder(name);
  }
}
