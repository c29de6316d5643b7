package cn.baosong.reader.mail;

import cn.baosong.core.submission.CloudLink;
import cn.baosong.core.submission.Mail;
import cn.baosong.core.submission.Mail.Enclosure;
import cn.baosong.core.submission.Mail.Kind;
import cn.baosong.core.submission.PartMarks;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is kept of a mail while its parts go by. */
final class Impression implements MailWalk.Visitor {
  private static final int REPORT = 64 << 10;
  private static final int ENCLOSURES = 50;

  private final Enclosed enclosed;
  private final MailBody body;
  private final MailBody nested;
  private final DeliveryReport report = new DeliveryReport();
  private final List<Enclosure> enclosures = new ArrayList<>();
  private Optional<Part> top = Optional.empty();
  private boolean unsound;
  private boolean papers;
  private boolean readReceipt;

  /**
   * A mail that nothing is known of yet.
   *
   * @param html characters of HTML that are parsed, of each part
   */
  Impression(Enclosed enclosed, int html) {
    this.enclosed = enclosed;
    this.body = new MailBody(html);
    this.nested = new MailBody(html);
  }

  @Override
  public void begins(Part part) {
    if (top.isEmpty()) {
      top = Optional.of(part);
    }
    boolean reported = part.messages() == 2 && isReport();
    if (reported && part.parent().filter(Part::isMessage).isPresent()) {
      report.readOriginal(part.header());
    }
  }

  @Override
  public void body(Part part, InputStream raw) throws IOException {
    if (part.isMultipart()) {
      stray(part, raw);
    } else if (isReport() && part.messages() == 1 && isReportPart(part)) {
      reportPart(part, raw);
    } else if (isInOurLetter(part) || (isReport() && part.messages() > 1)) {
      return;
    } else if (part.isBody()) {
      words(part, Transfer.plain(part, raw));
    } else {
      enclose(part, raw);
    }
  }

  @Override
  public void stray(Part multipart, InputStream raw) throws IOException {
    unsound |= enclosed.stray(multipart, raw, this);
  }

  @Override
  public boolean wantsWhole(Part multipart) {
    return enclosed.wantsWhole(multipart);
  }

  @Override
  public void whole(Part multipart, InputStream raw) throws IOException {
    enclosed.whole(multipart, raw, this);
  }

  private boolean isReport() {
    return top.filter(part -> part.media().equals("multipart/report")).isPresent();
  }

  private static boolean isReportPart(Part part) {
    return part.isIn("multipart/report")
        && (part.media().startsWith("message/") || part.media().equals("text/rfc822-headers"));
  }

  private void reportPart(Part part, InputStream raw) throws IOException {
    byte[] bytes = Transfer.plain(part, raw).readNBytes(REPORT);
    String text = MailCharset.decode(bytes, part.charset());
    switch (part.media()) {
      case "message/delivery-status", "message/global-delivery-status" -> report.readStatus(text);
      case "message/disposition-notification" -> readReceipt = true;
      default -> report.readOriginal(text);
    }
  }

  /** A reply may enclose the letter that it answers. */
  private static boolean isInOurLetter(Part part) {
    for (Optional<Part> up = Optional.of(part); up.isPresent(); up = up.get().parent()) {
      if (up.get().messages() > 1 && Envelope.isOurs(up.get().header())) {
        return true;
      }
    }
    return false;
  }

  /** Files in the old way stand in the midst of the words. */
  private void words(Part part, InputStream plain) throws IOException {
    MailBody to = part.messages() == 1 ? body : nested;
    byte[] read = to.read(part, plain);
    if (Uuencode.fileName(MailCharset.latin(read)).isPresent()) {
      InputStream all = new SequenceInputStream(new ByteArrayInputStream(read), plain);
      Optional<Uuencode> file = Uuencode.next(new BufferedInputStream(all));
      while (file.isPresent()) {
        enclosure(file.get().name(), "application/octet-stream", 0);
        enclosed.file(part, file.get().name(), file.get(), this);
        file = file.get().following();
      }
    }
  }

  /** Text of what is enclosed in a letter of another kind. */
  void words(String media, String text) {
    nested.read(media, text);
  }

  private void enclose(Part part, InputStream raw) throws IOException {
    String name = part.fileName().orElse("");
    CountingStream counted = new CountingStream(raw);
    enclosed.file(part, name, Transfer.plain(part, counted), this);
    counted.skipAll();
    if (!part.isDecoration()) {
      papers |= !part.media().startsWith("image/") || part.isAttachment();
      enclosure(name, part.media(), counted.count());
    }
  }

  private void enclosure(String name, String media, long bytes) {
    if (enclosures.size() < ENCLOSURES) {
      enclosures.add(new Enclosure(name, media, bytes));
    }
  }

  void ended(MailWalk.End end) {
    unsound |= end == MailWalk.End.BEYOND_LIMITS;
  }

  /** Whether its parts do not fit together. */
  boolean isUnsound() {
    return unsound;
  }

  Optional<Part> top() {
    return top;
  }

  /** All words of it, in whatever part they stand. */
  String words() {
    return body.everything() + "\n" + nested.everything();
  }

  /** Whether some words were too many to be read. */
  boolean isCut() {
    return body.isCut() || nested.isCut();
  }

  Mail mail(Set<String> trusted) {
    MailHeader header = top.map(Part::header).orElseGet(MailHeader::new);
    Envelope envelope = new Envelope(header);
    String text = Passwords.masked(body.text().isBlank() ? nested.text() : body.text());
    Optional<String> automatic =
        Robots.sign(header, envelope.subject())
            .or(() -> readReceipt ? Optional.of("disposition-notification") : Optional.empty());
    boolean returned = isReturned(header, envelope);
    Optional<Mail.Bounce> bounce = returned ? Optional.of(report.bounce(text)) : Optional.empty();
    Mail.Thread thread = envelope.thread(bounce.flatMap(Mail.Bounce::original));
    return new Mail(
        kind(envelope, returned, automatic, thread),
        thread,
        envelope.people(),
        envelope.subject(),
        header.text("date").flatMap(MailDate::of),
        automatic,
        bounce,
        AuthenticationResults.of(envelope.trace(), trusted),
        envelope.trace(),
        enclosures,
        text,
        links(),
        PartMarks.inSubject(envelope.subject()),
        envelope.isJunk(),
        List.of());
  }

  private List<CloudLink> links() {
    List<CloudLink> all = new ArrayList<>(body.links());
    nested.links().stream().filter(link -> !all.contains(link)).forEach(all::add);
    return all;
  }

  private boolean isReturned(MailHeader header, Envelope envelope) {
    String from = envelope.people().from().map(Mail.Address::address).orElse("");
    return report.isMachineReadable() || Robots.isReturned(header, envelope.subject(), from);
  }

  private Kind kind(
      Envelope envelope, boolean returned, Optional<String> automatic, Mail.Thread thread) {
    if (envelope.isOurs()) {
      return Kind.OWN;
    }
    if (returned) {
      return Kind.BOUNCE;
    }
    if (papers || unsound || body.uuencoded().isPresent() || !links().isEmpty()) {
      return Kind.SUBMISSION;
    }
    if (automatic.isPresent()) {
      return Kind.AUTOMATIC;
    }
    return thread.letters().isEmpty() || !enclosures.isEmpty() ? Kind.SUBMISSION : Kind.REPLY;
  }
}
