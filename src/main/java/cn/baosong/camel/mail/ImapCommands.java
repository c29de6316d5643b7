package cn.baosong.camel.mail;

import cn.baosong.desk.Reconciliation.Glimpse;
import jakarta.mail.MessagingException;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.ENVELOPE;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.eclipse.angus.mail.imap.protocol.INTERNALDATE;
import org.eclipse.angus.mail.imap.protocol.RFC822SIZE;
import org.eclipse.angus.mail.imap.protocol.UID;
import org.jspecify.annotations.Nullable;

/** The commands of a look; none of them changes the mailbox (BODY.PEEK). */
final class ImapCommands {
  /** Bytes that are fetched together, and in one piece of a large mail. */
  static final int AT_ONCE = 4 << 20;

  private final OfficeImapFolder folder;

  ImapCommands(OfficeImapFolder folder) {
    this.folder = folder;
  }

  List<Long> search(String what) throws MessagingException {
    List<Long> found = new ArrayList<>();
    run(
        "UID SEARCH " + what,
        response -> {
          if (response instanceof IMAPResponse answer && answer.keyEquals("SEARCH")) {
            for (long uid = answer.readLong(); uid != -1; uid = answer.readLong()) {
              found.add(uid);
            }
          }
        });
    return found;
  }

  Map<String, HeldMail.Stamps> stamps(List<String> uids, boolean savedate)
      throws MessagingException {
    Map<String, HeldMail.Stamps> found = new HashMap<>();
    String items =
        savedate ? "(UID RFC822.SIZE INTERNALDATE SAVEDATE)" : "(UID RFC822.SIZE INTERNALDATE)";
    run(
        "UID FETCH " + String.join(",", uids) + " " + items,
        response -> {
          if (response instanceof FetchResponse answer
              && answer.getItem(UID.class) != null
              && answer.getItem(RFC822SIZE.class) != null) {
            found.put(
                String.valueOf(answer.getItem(UID.class).uid),
                new HeldMail.Stamps(
                    answer.getItem(RFC822SIZE.class).size, internal(answer), SaveDate.of(answer)));
          }
        });
    return found;
  }

  /** What the server tells of mails without their bytes. */
  Map<String, Glimpse> envelopes(List<String> uids) throws MessagingException {
    Map<String, Glimpse> found = new HashMap<>();
    run(
        "UID FETCH " + String.join(",", uids) + " (UID RFC822.SIZE INTERNALDATE ENVELOPE)",
        response -> {
          if (response instanceof FetchResponse answer
              && answer.getItem(UID.class) != null
              && answer.getItem(RFC822SIZE.class) != null
              && answer.getItem(ENVELOPE.class) != null) {
            found.put(String.valueOf(answer.getItem(UID.class).uid), glimpse(answer));
          }
        });
    return found;
  }

  private static Glimpse glimpse(FetchResponse answer) {
    ENVELOPE envelope = answer.getItem(ENVELOPE.class);
    String from =
        envelope.from == null || envelope.from.length == 0 || envelope.from[0].getAddress() == null
            ? ""
            : envelope.from[0].getAddress();
    String subject = envelope.subject == null ? "" : envelope.subject;
    long size = answer.getItem(RFC822SIZE.class).size;
    return new Glimpse(from, MailHead.named(subject), internal(answer), size);
  }

  private static Optional<Instant> internal(FetchResponse answer) {
    INTERNALDATE stamp = answer.getItem(INTERNALDATE.class);
    return Optional.ofNullable(stamp).map(INTERNALDATE::getDate).map(Date::toInstant);
  }

  /** The whole of each, by UID; one that is not answered is missing. */
  Map<String, byte[]> bodies(List<String> uids) throws MessagingException {
    Map<String, byte[]> found = new HashMap<>();
    if (!uids.isEmpty()) {
      run(
          "UID FETCH " + String.join(",", uids) + " (UID BODY.PEEK[])",
          response -> body(response, found));
    }
    return found;
  }

  /** Up to {@link #AT_ONCE} bytes from a place on; empty beyond the end. */
  Optional<byte[]> piece(String uid, long from) throws MessagingException {
    Map<String, byte[]> found = new HashMap<>();
    run(
        "UID FETCH " + uid + " (UID BODY.PEEK[]<" + from + "." + AT_ONCE + ">)",
        response -> body(response, found));
    return Optional.ofNullable(found.get(uid));
  }

  private static void body(Response response, Map<String, byte[]> into) {
    if (response instanceof FetchResponse answer
        && answer.getItem(UID.class) != null
        && answer.getItem(BODY.class) != null) {
      ByteArrayInputStream bytes = answer.getItem(BODY.class).getByteArrayInputStream();
      if (bytes != null) {
        into.put(String.valueOf(answer.getItem(UID.class).uid), bytes.readAllBytes());
      }
    }
  }

  private void run(String command, Consumer<Response> each) throws MessagingException {
    folder.doCommand(connection -> run(connection, command, each));
  }

  private static @Nullable Object run(
      IMAPProtocol connection, String command, Consumer<Response> each) throws ProtocolException {
    Response[] answers = connection.command(command, null);
    Response end = answers[answers.length - 1];
    if (end.isOK()) {
      for (Response answer : answers) {
        each.accept(answer);
      }
    }
    connection.notifyResponseHandlers(answers);
    connection.handleResult(end);
    return null;
  }
}
