package cn.baosong.camel.mail;

import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.jspecify.annotations.Nullable;

/** A mailbox over IMAP; its folders are ours. */
final class OfficeImapStore extends IMAPStore {
  private final Mailboxes.Account account;

  OfficeImapStore(Session session, URLName place, Mailboxes.Account account) {
    super(session, place, place.getProtocol(), place.getProtocol().equals("imaps"));
    this.account = account;
  }

  @Override
  protected IMAPProtocol newIMAPProtocol(String host, int port)
      throws IOException, ProtocolException {
    return new OfficeImapProtocol(
        name, host, port, session.getProperties(), name.equals("imaps"), logger);
  }

  /** The password travels only where nobody listens. */
  @Override
  protected void preLogin(IMAPProtocol connection) throws ProtocolException {
    if (!connection.isSSL() && !account.mayBePlain()) {
      throw new ProtocolException(MailTrouble.NOT_IN_CLEAR);
    }
  }

  @Override
  protected IMAPFolder newIMAPFolder(String name, char separator, @Nullable Boolean isNamespace) {
    Optional<MailFolder> ours = account.folder(name);
    return ours.isPresent()
        ? new OfficeImapFolder(name, separator, this, ours.get(), account.ledger())
        : super.newIMAPFolder(name, separator, isNamespace);
  }
}
