package cn.baosong.camel.mail;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import cn.baosong.desk.Ledger;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.SearchTerm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.function.BooleanSupplier;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.jspecify.annotations.Nullable;

/**
 * A folder as camel-mail sees it. What camel-mail would ask message by message is asked for many at
 * once, and what it would do to the mailbox is not done.
 */
final class OfficeImapFolder extends IMAPFolder implements OpenFolder {
  /** Asking for anything ends the waiting. */
  private static final ScheduledExecutorService END_OF_WAITING =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "mail-idle");
            thread.setDaemon(true);
            return thread;
          });

  private static final Duration STILL_WANTED = Duration.ofMillis(500);

  private final MailFolder known;
  private final ImapLook look;

  OfficeImapFolder(String name, char separator, IMAPStore store, MailFolder known, Ledger ledger) {
    super(name, separator, store, null);
    this.known = known;
    this.look = new ImapLook(this, known, ledger);
  }

  MailFolder known() {
    return known;
  }

  /** Read-only (EXAMINE) unless mails are to be flagged or moved. */
  @Override
  public synchronized void open(int mode) throws MessagingException {
    boolean changed = known.box().after() != Mailbox.After.NOTHING;
    try {
      super.open(changed ? Folder.READ_WRITE : Folder.READ_ONLY);
    } catch (MessagingException | RuntimeException refused) {
      known.looks().cause(refused);
      throw refused;
    }
    known.opened(String.valueOf(getUIDValidity()));
    known.live(this);
    look.begin(((IMAPStore) store).hasCapability("SAVEDATE"));
  }

  /** By IDLE (RFC 2177); asking for anything ends it. */
  @Override
  public boolean await(Duration atMost, BooleanSupplier wanted) {
    List<ScheduledFuture<?>> ends = new ArrayList<>();
    try {
      if (!isOpen() || !((IMAPStore) store).hasCapability("IDLE")) {
        return false;
      }
      long most = atMost.toMillis();
      long pause = STILL_WANTED.toMillis();
      Runnable stopped = () -> endUnless(wanted.getAsBoolean());
      ends.add(END_OF_WAITING.schedule(this::isOpen, most, MILLISECONDS));
      ends.add(END_OF_WAITING.scheduleWithFixedDelay(stopped, pause, pause, MILLISECONDS));
      idle(true);
      return true;
    } catch (MessagingException | RuntimeException lost) {
      known.looks().cause(lost);
      return true;
    } finally {
      ends.forEach(end -> end.cancel(false));
    }
  }

  @Override
  public void wake() {
    END_OF_WAITING.execute(this::isOpen);
  }

  private void endUnless(boolean wanted) {
    if (!wanted) {
      isOpen(); // any question ends the waiting
    }
  }

  /** There is always something to look for; what, {@link #search} knows. */
  @Override
  public int getMessageCount() {
    return 1;
  }

  /** Stands for whatever search will find; is never looked at. */
  @Override
  public Message getMessage(int number) {
    return new MimeMessage((Session) null);
  }

  /** The mails that are not registered, the oldest first. */
  @Override
  public Message[] search(@Nullable SearchTerm all, Message @Nullable [] among)
      throws MessagingException {
    try {
      Message[] found = look.next().toArray(Message[]::new);
      known.looks().succeeded();
      return found;
    } catch (MessagingException | RuntimeException failure) {
      known.looks().cause(failure);
      throw failure;
    }
  }

  /** What follows the registration of a mail, as the settings say. */
  void registered(String uid) throws MessagingException {
    switch (known.box().after()) {
      case NOTHING -> {}
      case FLAG -> setFlags(messages(uid), new Flags(Flags.Flag.FLAGGED), true);
      case MOVE -> move(uid);
    }
  }

  private void move(String uid) throws MessagingException {
    Folder target = store.getFolder(known.box().moveTo().orElseThrow());
    if (!target.exists()) {
      target.create(Folder.HOLDS_MESSAGES);
    }
    Message[] messages = messages(uid);
    if (((IMAPStore) store).hasCapability("MOVE")) {
      moveMessages(messages, target);
      return;
    }
    copyMessages(messages, target);
    setFlags(messages, new Flags(Flags.Flag.DELETED), true);
    if (((IMAPStore) store).hasCapability("UIDPLUS")) {
      expunge(messages);
    }
  }

  /** Empty when somebody took it away meanwhile. */
  private Message[] messages(String uid) throws MessagingException {
    List<Message> found = new ArrayList<>();
    for (Message message : super.getMessagesByUID(new long[] {Long.parseLong(uid)})) {
      if (message != null) {
        found.add(message);
      }
    }
    return found.toArray(Message[]::new);
  }
}
