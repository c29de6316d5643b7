package cn.baosong.camel.mail;

import jakarta.mail.MessagingException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A mail of an IMAP folder: small ones come with the look, large ones in pieces when read. */
final class ImapMail extends HeldMail {
  private final OfficeImapFolder folder;
  private final ImapCommands commands;
  private byte @Nullable [] prefetched;

  ImapMail(OfficeImapFolder folder, Sighting sighting, Stamps stamps, ImapCommands commands) {
    super(folder, 0, sighting, stamps);
    this.folder = folder;
    this.commands = commands;
  }

  void prefetched(byte @Nullable [] bytes) {
    prefetched = bytes;
  }

  @Override
  InputStream raw() throws IOException, MessagingException {
    byte[] bytes = prefetched;
    prefetched = null;
    InputStream raw =
        bytes == null ? new PiecewiseStream(this::piece) : new ByteArrayInputStream(bytes);
    return new WholeStream(raw, stamps().size(), folder.known(), sighting());
  }

  @Override
  MailFolder held() {
    return folder.known();
  }

  private Optional<byte[]> piece(long from) throws MessagingException {
    try {
      return commands.piece(sighting().uid(), from);
    } catch (MessagingException | RuntimeException lost) {
      folder.known().broke(sighting().key());
      throw lost;
    }
  }

  @Override
  void registered() throws MessagingException {
    folder.registered(sighting().uid());
  }
}
