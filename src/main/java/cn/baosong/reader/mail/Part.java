package cn.baosong.reader.mail;

import java.util.Optional;

/**
 * One part of a message, known by its header.
 *
 * @param parent what encloses it: a multipart, or the part that a message is enclosed in
 * @param depth of the nesting of parts
 * @param messages in how many messages it lies; 1 in the message itself
 */
record Part(
    MailHeader header,
    Parameters type,
    Parameters disposition,
    Optional<Part> parent,
    int depth,
    int messages) {

  static Part of(MailHeader header, Optional<Part> parent, boolean message) {
    return new Part(
        header,
        Parameters.of(header.latin("content-type").orElse("")),
        Parameters.of(header.latin("content-disposition").orElse("")),
        parent,
        parent.map(p -> p.depth + 1).orElse(0),
        parent.map(Part::messages).orElse(0) + (message ? 1 : 0));
  }

  /** What is wrapped in this part, of a kind that nobody told. */
  Part within() {
    return of(new MailHeader(), Optional.of(this), false).binary();
  }

  private Part binary() {
    return new Part(
        header, Parameters.of("application/octet-stream"), disposition, parent, depth, messages);
  }

  /** The media type in lower case; what says nothing is text (RFC 2045, 5.2). */
  String media() {
    return type.value().isEmpty() ? "text/plain" : type.value();
  }

  boolean isMultipart() {
    return media().startsWith("multipart/");
  }

  boolean isMessage() {
    return media().equals("message/rfc822") || media().equals("message/global");
  }

  /** Whether it is a message that lies too deep to be walked into. */
  boolean isBeyond(int nested) {
    return isMessage() && messages > nested;
  }

  boolean isIn(String multipart) {
    return parent.filter(p -> p.media().equals(multipart)).isPresent();
  }

  /** The file name as it was sent: both fields are asked, and both ways of writing it. */
  Optional<String> fileName() {
    return disposition
        .get("filename")
        .or(() -> type.get("name"))
        .or(() -> disposition.get("name"))
        .map(MailHeader::oneLine)
        .filter(name -> !name.isBlank());
  }

  /** Whether it is text to be read, rather than a file. */
  boolean isBody() {
    return fileName().isEmpty()
        && !isAttachment()
        && (media().equals("text/plain") || media().equals("text/html"));
  }

  /** A picture that the letter is drawn with: a signature, a logo, a counter of readers. */
  boolean isDecoration() {
    return media().startsWith("image/")
        && header.has("content-id")
        && !isAttachment()
        && isIn("multipart/related");
  }

  boolean isSignature() {
    return isIn("multipart/signed")
        && (media().endsWith("pkcs7-signature") || media().equals("application/pgp-signature"));
  }

  /** Signed so that everybody can read it (RFC 8551, 3.5.3). */
  boolean isSignedInClear() {
    return media().equals("multipart/signed")
        && type.get("protocol").filter(p -> p.strip().endsWith("pkcs7-signature")).isPresent();
  }

  boolean isAttachment() {
    return disposition.value().equals("attachment");
  }

  Optional<String> charset() {
    return type.get("charset");
  }

  String encoding() {
    return header
        .latin("content-transfer-encoding")
        .map(e -> e.strip().toLowerCase(java.util.Locale.ROOT).replaceAll("[\"';].*", ""))
        .orElse("");
  }
}
