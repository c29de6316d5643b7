package bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Mails as a provider holds them: sound ones, and such as no reader likes. */
final class Letters {
  private static final DateTimeFormatter INTERNAL =
      DateTimeFormatter.ofPattern("dd-MMM-yyyy HH:mm:ss Z", Locale.ROOT);
  private static final int BOMB = 1_000;
  private static final int PARTS = 10_000;
  private static final int HEADER = 5_000_000;
  private static final int KINDS = 6;

  private final Random random = new Random(11);

  static String now() {
    return INTERNAL.format(ZonedDateTime.now(ZoneOffset.UTC));
  }

  /** The head of a mail of a unit, verified by the provider. */
  static byte[] head(int unit, String subject, String more) {
    String stamp =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC));
    return """
        Authentication-Results: %1$s; spf=pass smtp.mailfrom=%2$s; dmarc=pass header.from=unit.test
        Received: from mail.unit.test (mail.unit.test [192.0.2.7]) by %1$s with ESMTPS; %3$s
        From: %2$s
        To: office@provider.test
        Subject: %4$s
        Message-ID: <%4$s@unit.test>
        MIME-Version: 1.0
        %5$s
        """
        .formatted(Provider.HOST, Bundles.address(unit), stamp, subject, more)
        .replace("\n", "\r\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Words of so many bytes, for all mails the same. */
  byte[] words(int bytes) {
    byte[] raw = new byte[bytes * 3 / 4 - bytes / 76];
    random.nextBytes(raw);
    return Base64.getMimeEncoder().encode(raw);
  }

  static byte[] enclosing(byte[] zip) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    put(body, "--b\r\nContent-Type: application/zip; name=p.zip\r\n");
    put(body, "Content-Disposition: attachment; filename=p.zip\r\n");
    put(body, "Content-Transfer-Encoding: base64\r\n\r\n");
    body.writeBytes(Base64.getMimeEncoder().encode(zip));
    put(body, "\r\n--b--\r\n");
    return body.toByteArray();
  }

  static final String MIXED = "Content-Type: multipart/mixed; boundary=b\n";

  /** One of the hostile kinds, in turn: {head, body}. */
  byte[][] hostile(int number, byte[] zip) throws IOException {
    String subject = "hostile-" + number;
    return switch (number % KINDS) {
      case 0 -> mail(number, subject, MIXED, enclosing(bomb()));
      case 1 -> mail(number, subject, MIXED, parts());
      case 2 -> mail(number, subject, "X-Long: " + "x".repeat(HEADER) + "\n" + MIXED, enclosing(zip));
      case 3 ->
          mail(
              number,
              subject,
              "Content-Type: text/plain; charset=x-no-such\nContent-Transfer-Encoding: x-none\n",
              "=?x-unknown?B?////?=".getBytes(StandardCharsets.US_ASCII));
      case 4 -> mail(number, subject, MIXED, enclosing(locked(zip)));
      default -> mail(number, subject, "Content-Type: multipart/mixed\n", enclosing(zip));
    };
  }

  private static byte[][] mail(int unit, String subject, String more, byte[] body) {
    return new byte[][] {head(unit, subject, more), body};
  }

  private static byte[] parts() {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int i = 0; i < PARTS; i++) {
      put(body, "--b\r\nContent-Type: application/pdf; name=" + i + ".pdf\r\n\r\n%PDF\r\n");
    }
    put(body, "--b--\r\n");
    return body.toByteArray();
  }

  /** A megabyte that unpacks to a thousand. */
  private static byte[] bomb() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(packed)) {
      zip.putNextEntry(new ZipEntry("bomb.pdf"));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < BOMB; i++) {
        zip.write(zeros);
      }
      zip.closeEntry();
    }
    return packed.toByteArray();
  }

  /** Every entry says that it is encrypted. */
  private static byte[] locked(byte[] zip) {
    byte[] locked = zip.clone();
    for (int i = 0; i + 9 < locked.length; i++) {
      boolean entry = locked[i] == 'P' && locked[i + 1] == 'K';
      if (entry && locked[i + 2] == 3 && locked[i + 3] == 4) {
        locked[i + 6] |= 1;
      } else if (entry && locked[i + 2] == 1 && locked[i + 3] == 2) {
        locked[i + 8] |= 1;
      }
    }
    return locked;
  }

  private static void put(ByteArrayOutputStream to, String text) {
    to.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
