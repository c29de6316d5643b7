package cn.baosong.camel.mail;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;

/**
 * A mail that a folder holds and the office has not registered: its bytes and what the server says
 * of them. Nothing of it is parsed here, so no mail can harm the next.
 */
abstract class HeldMail extends MimeMessage {
  private final Sighting sighting;
  private final Stamps stamps;

  /**
   * What the server says of a mail.
   *
   * @param size as the server counts; some only estimate
   * @param internal INTERNALDATE
   * @param saved SAVEDATE (RFC 8514)
   */
  record Stamps(long size, Optional<Instant> internal, Optional<Instant> saved) {}

  HeldMail(Folder folder, int number, Sighting sighting, Stamps stamps) {
    super(folder, number);
    this.sighting = sighting;
    this.stamps = stamps;
  }

  Sighting sighting() {
    return sighting;
  }

  Stamps stamps() {
    return stamps;
  }

  /** The folder that holds it. */
  abstract MailFolder held();

  /**
   * The bytes as the server holds them, once.
   *
   * @throws IOException when they cannot be had whole; also while they are read
   */
  abstract InputStream raw() throws IOException, MessagingException;

  /** What follows when it is registered; by default the mailbox stays as it is. */
  abstract void registered() throws MessagingException;

  /** camel-mail marks what was processed as seen: for the office that means it is registered. */
  @Override
  public void setFlags(Flags flag, boolean set) throws MessagingException {
    if (set && flag.contains(Flags.Flag.SEEN)) {
      registered();
    }
  }

  /** Never asked of the server. */
  @Override
  public Flags getFlags() {
    return new Flags();
  }

  @Override
  public boolean isSet(Flags.Flag flag) {
    return false;
  }
}
