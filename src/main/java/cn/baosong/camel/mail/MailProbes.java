package cn.baosong.camel.mail;

import cn.baosong.core.submission.Channel;
import cn.baosong.desk.MailProbe;
import cn.baosong.desk.ProbeDesk;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Knows the probes among the mails of a folder (ADR 0019). */
public final class MailProbes {
  private final ProbeDesk desk;

  public MailProbes(ProbeDesk desk) {
    this.desk = desk;
  }

  /**
   * Looks whether a mail is a probe.
   *
   * @return the mail as it is to be taken in; empty when it was a probe and nothing else
   */
  Optional<MailHead> without(HeldMail mail, MailHead head) throws IOException {
    List<String> fields = head.all(MailProbe.FIELD);
    Optional<MailProbe> probe = fields.size() == 1 ? MailProbe.of(fields.get(0)) : Optional.empty();
    return probe.filter(sign -> isOurs(mail, sign)).isPresent()
        ? taken(mail, head, probe.orElseThrow())
        : Optional.of(head);
  }

  private boolean isOurs(HeldMail mail, MailProbe sign) {
    String mailbox = mail.held().box().name();
    return desk.isOurs(Channel.EMAIL, mailbox, sign.id(), sign.token());
  }

  private Optional<MailHead> taken(HeldMail mail, MailHead head, MailProbe sign)
      throws IOException {
    InputStream whole = head.whole();
    byte[] begin = whole.readNBytes(MailProbe.LARGEST);
    boolean alone = begin.length < MailProbe.LARGEST && sign.isAll(body(begin));
    String key = mail.sighting().key();
    desk.seen(Channel.EMAIL, sign.id(), alone ? Optional.of(key) : Optional.empty(), place(mail));
    if (alone) {
      mail.held().probed(key);
      return Optional.empty();
    }
    InputStream again = new SequenceInputStream(new ByteArrayInputStream(begin), whole);
    return Optional.of(MailHead.of(again));
  }

  private static String place(HeldMail mail) {
    return mail.held().isJunk() ? mail.held().title() : "";
  }

  private static String body(byte[] mail) {
    String text = new String(mail, StandardCharsets.ISO_8859_1);
    int end = text.indexOf("\r\n\r\n");
    return end < 0 ? "" : text.substring(end + 4);
  }
}
