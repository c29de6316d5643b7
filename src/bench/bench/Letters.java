package bench;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.Random;

/** Mails as a provider holds them. */
final class Letters {
  private static final DateTimeFormatter INTERNAL =
      DateTimeFormatter.ofPattern("dd-MMM-yyyy HH:mm:ss Z", Locale.ROOT);
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

  static void put(ByteArrayOutputStream to, String text) {
    to.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
