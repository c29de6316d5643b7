package cn.baosong.reader.mail;

import cn.baosong.core.submission.Mail;
import cn.baosong.core.submission.Mail.Enclosure;
import cn.baosong.core.submission.Mail.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is kept of a mail while its parts go by. */
final class Impression implements MailWalk.Visitor {
  private static final int REPORT = 64 << 10;
  private static final int ENCLOSURES = 50;

  /** It is formed in the office's own process, so that it takes a tenth of a second at most. */
  private static final int HTML = 48 << 10;

  private final MailBody body = new MailBody(HTML);
  private final DeliveryReport report = new DeliveryReport();
  private final List<Enclosure> enclosures = new ArrayList<>();
  private Optional<Part> top = Optional.empty();
  private boolean unsound;
  private boolean papers;
  private boolean readReceipt;

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
      unsound = true;
    } else if (isReport() && part.messages() == 1 && isReportPart(part)) {
      reportPart(part, raw);
    } else if (part.isBody() && part.messages() == 1) {
      body.read(part, raw);
    } else if (!part.isDecoration() && !isInOurLetter(part) && !isInReport(part)) {
      enclose(part, raw);
    }
  }

  @Override
  public void stray(Part multipart, InputStream raw) throws IOException {
    unsound |= StrayParts.hasParts(raw);
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

  private boolean isInReport(Part part) {
    return isReport() && part.messages() > 1;
  }

  private void enclose(Part part, InputStream raw) throws IOException {
    papers |= !part.media().startsWith("image/") || part.disposition().value().equals("attachment");
    if (enclosures.size() < ENCLOSURES) {
      long bytes = raw.transferTo(java.io.OutputStream.nullOutputStream());
      enclosures.add(new Enclosure(part.fileName().orElse(""), part.media(), bytes));
    }
  }

  void ended(MailWalk.End end) {
    unsound |= end == MailWalk.End.BEYOND_LIMITS;
  }

  Mail mail(Set<String> trusted) {
    MailHeader header = top.map(Part::header).orElseGet(MailHeader::new);
    Envelope envelope = new Envelope(header);
    body.uuencoded()
        .ifPresent(name -> enclosures.add(new Enclosure(name, "application/octet-stream", 0)));
    String text = body.text();
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
        body.links(),
        PartMarks.in(envelope.subject()),
        envelope.isJunk(),
        List.of());
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
    boolean encloses = papers || unsound || body.uuencoded().isPresent() || !body.links().isEmpty();
    if (encloses) {
      return Kind.SUBMISSION;
    }
    if (automatic.isPresent()) {
      return Kind.AUTOMATIC;
    }
    return thread.letters().isEmpty() || !enclosures.isEmpty() ? Kind.SUBMISSION : Kind.REPLY;
  }
}
