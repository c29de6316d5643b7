package cn.baosong.camel.mail;

import cn.baosong.core.submission.Channel;
import cn.baosong.desk.Ledger;
import jakarta.mail.FetchProfile;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.SearchTerm;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.eclipse.angus.mail.pop3.POP3Folder;
import org.eclipse.angus.mail.pop3.POP3Message;
import org.eclipse.angus.mail.pop3.POP3Store;
import org.jspecify.annotations.Nullable;

/**
 * The one folder of a POP3 mailbox. Its mails are known by UIDL (RFC 1939), which is unique for
 * ever in a box that keeps its mails; nothing is deleted.
 */
final class OfficePop3Folder extends POP3Folder implements OpenFolder {
  private final MailFolder known;
  private final Ledger ledger;
  private boolean looked;

  OfficePop3Folder(POP3Store store, String name, MailFolder known, Ledger ledger) {
    super(store, name);
    this.known = known;
    this.ledger = ledger;
  }

  MailFolder known() {
    return known;
  }

  @Override
  public synchronized void open(int mode) throws MessagingException {
    try {
      super.open(READ_ONLY);
    } catch (MessagingException | RuntimeException refused) {
      known.looks().cause(refused);
      throw refused;
    }
    known.opened("uidl");
    known.live(this);
    looked = false;
  }

  /** Nothing is told here; and as long as the box is open, nobody else may open it. */
  @Override
  public boolean await(Duration atMost, BooleanSupplier wanted) {
    end();
    return false;
  }

  @Override
  public void wake() {} // nothing waits

  private synchronized void end() {
    try {
      if (isOpen()) {
        close(false);
      }
    } catch (MessagingException gone) {
      looked = true; // the line was broken: the next look makes another
    }
  }

  /** There is always something to look for; what, {@link #search} knows. */
  @Override
  public int getMessageCount() {
    return 1;
  }

  /** Of an empty box something that stands for whatever search will find; it is never looked at. */
  @Override
  public synchronized Message getMessage(int number) throws MessagingException {
    return number <= super.getMessageCount()
        ? super.getMessage(number)
        : new MimeMessage((Session) null);
  }

  /** The mails that are not registered, in the order of the box. */
  @Override
  public synchronized Message[] search(@Nullable SearchTerm all, Message @Nullable [] among)
      throws MessagingException {
    try {
      known.asking();
      renew();
      Message[] found = look().toArray(Message[]::new);
      known.looks().succeeded();
      return found;
    } catch (IOException lost) {
      known.looks().cause(lost);
      throw new MessagingException("the mailbox could not be listed", lost);
    } catch (MessagingException | RuntimeException failure) {
      known.looks().cause(failure);
      throw failure;
    }
  }

  /** What came since the log-in shows only after another (RFC 1939, 4). */
  private void renew() throws MessagingException {
    if (looked) {
      end();
      open(READ_ONLY);
    }
    looked = true;
  }

  private List<HeldMail> look() throws MessagingException, IOException {
    int[] sizes = getSizes();
    Map<String, POP3Message> byUid = new LinkedHashMap<>();
    Message[] all = new Message[super.getMessageCount()];
    for (int i = 0; i < all.length; i++) {
      all[i] = super.getMessage(i + 1);
    }
    FetchProfile uids = new FetchProfile();
    uids.add(UIDFolder.FetchProfileItem.UID);
    fetch(all, uids);
    for (Message message : all) {
      byUid.put(getUID(message), (POP3Message) message);
    }
    known.listed(
        byUid.keySet(),
        keys -> ledger.unknown(Channel.EMAIL, keys),
        keys -> ledger.probes(Channel.EMAIL, keys));
    List<HeldMail> mails = new ArrayList<>();
    for (Sighting each : known.next()) {
      POP3Message message = byUid.get(each.uid());
      if (message != null) {
        int size = sizes[message.getMessageNumber() - 1];
        HeldMail.Stamps stamps = new HeldMail.Stamps(size, Optional.empty(), Optional.empty());
        mails.add(new Pop3Mail(this, each, stamps, message));
      }
    }
    return mails;
  }
}
