package cn.baosong.reader.mail;

import cn.baosong.core.submission.CloudLink;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** The words of a letter, from all its parts that are text; bounded. */
final class MailBody {
  /** Octets of one part, and characters of all. */
  private static final int MOST = 256 << 10;

  private final int mostHtml;
  private final StringBuilder plain = new StringBuilder();
  private final StringBuilder fromHtml = new StringBuilder();
  private final CloudLinks links = new CloudLinks();
  private Optional<String> uuencoded = Optional.empty();
  private boolean cut;

  /**
   * A letter that nothing is known of yet.
   *
   * @param mostHtml characters of HTML that are parsed, of each part
   */
  MailBody(int mostHtml) {
    this.mostHtml = mostHtml;
  }

  /**
   * Reads a part that is text.
   *
   * @return its beginning, as far as it was read
   */
  byte[] read(Part part, InputStream plain) throws IOException {
    byte[] bytes = plain.readNBytes(MOST);
    cut |= bytes.length == MOST;
    uuencoded = uuencoded.or(() -> Uuencode.fileName(MailCharset.latin(bytes)));
    read(part.media(), MailCharset.decode(bytes, part.charset()));
    return bytes;
  }

  /** Reads a text. */
  void read(String media, String text) {
    if (media.equals("text/html") || looksLikeHtml(text)) {
      HtmlText html = HtmlText.of(text, mostHtml);
      links.read(html);
      append(fromHtml, html.text());
    } else {
      links.read(text);
      append(plain, text.strip());
    }
  }

  private static boolean looksLikeHtml(String text) {
    return text.stripLeading().regionMatches(true, 0, "<html", 0, 5)
        || text.stripLeading().regionMatches(true, 0, "<!doctype html", 0, 14);
  }

  private static void append(StringBuilder to, String text) {
    if (!text.isBlank() && to.length() < MOST) {
      to.append(to.isEmpty() ? "" : "\n").append(text, 0, Math.min(text.length(), MOST));
    }
  }

  /** As plain text: what was sent so, else what the HTML says. */
  String text() {
    String text = plain.isEmpty() ? fromHtml.toString() : plain.toString();
    return sound(text);
  }

  /** Both ways of writing it: each may bear what the other does not. */
  String everything() {
    return plain + "\n" + fromHtml;
  }

  List<CloudLink> links() {
    return links.all();
  }

  /** The name of a file that stands in the text itself. */
  Optional<String> uuencoded() {
    return uuencoded;
  }

  /** Whether there was more than was read. */
  boolean isCut() {
    return cut;
  }

  /** Lines parted by {@code \n}, and nothing that a store or a page cannot hold. */
  private static String sound(String text) {
    return text.replace("\r\n", "\n")
        .replace('\r', '\n')
        .codePoints()
        .map(MailBody::sound)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static int sound(int c) {
    boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    return half || (Character.isISOControl(c) && c != '\n' && c != '\t') ? 0xFFFD : c;
  }
}
