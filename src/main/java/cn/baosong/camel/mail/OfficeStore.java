package cn.baosong.camel.mail;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.URLName;
import org.jspecify.annotations.Nullable;

/**
 * The store that our session hands to camel-mail, whatever protocol the mailbox speaks; public
 * because the session makes it by name.
 */
public final class OfficeStore extends Store {
  private final Mailboxes mailboxes;
  private volatile @Nullable Store line;

  public OfficeStore(Session session, URLName url) {
    super(session, url);
    this.mailboxes = Mailboxes.of(session);
  }

  @Override
  protected boolean protocolConnect(
      @Nullable String host, int port, @Nullable String user, @Nullable String password)
      throws MessagingException {
    Mailboxes.Account account = mailboxes.account(String.valueOf(host), port, String.valueOf(user));
    Session own = account.session(session);
    URLName place = new URLName(account.protocol(), host, port, null, user, null);
    Store made =
        switch (account.kind()) {
          case IMAP, IMAPS -> new OfficeImapStore(own, place, account);
          case POP3S -> new OfficePop3Store(own, place, account);
        };
    made.connect(host, port, user, account.password(password));
    line = made;
    return true;
  }

  private Store line() throws MessagingException {
    Store own = line;
    if (own == null) {
      throw new IllegalStateException("the store is not connected");
    }
    return own;
  }

  @Override
  public Folder getDefaultFolder() throws MessagingException {
    return line().getDefaultFolder();
  }

  @Override
  public Folder getFolder(String name) throws MessagingException {
    return line().getFolder(name);
  }

  @Override
  public Folder getFolder(URLName url) throws MessagingException {
    return line().getFolder(url);
  }

  @Override
  public boolean isConnected() {
    Store own = line;
    return own != null && own.isConnected();
  }

  @Override
  public synchronized void close() throws MessagingException {
    Store own = line;
    line = null;
    if (own != null) {
      own.close();
    }
    super.close();
  }
}
