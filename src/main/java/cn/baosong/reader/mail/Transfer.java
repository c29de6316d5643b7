package cn.baosong.reader.mail;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.james.mime4j.codec.Base64InputStream;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.QuotedPrintableInputStream;

/**
 * Takes the transfer encoding off a part (RFC 2045, 6). What the header claims is compared with the
 * first bytes, for some writers claim one thing and do another.
 */
final class Transfer {
  private static final int HEAD = 512;

  /** How the files of offices begin, and how these beginnings look in base64. */
  private static final List<String> MAGIC =
      List.of(
          "%PDF",
          "PK\u0003\u0004",
          "Rar!",
          "7z\u00bc\u00af",
          "\u00ff\u00d8\u00ff",
          "\u0089PNG",
          "\u00d0\u00cf\u0011\u00e0");

  private static final List<String> MAGIC_IN_BASE64 =
      List.of("JVBERi", "UEsDB", "UmFyI", "N3q8r", "/9j/", "iVBORw", "0M8R4K");

  private Transfer() {}

  /** The bytes as they were before they were sent. */
  static InputStream plain(Part part, InputStream raw) throws IOException {
    BufferedInputStream in = new BufferedInputStream(raw, 1 << 14);
    in.mark(HEAD);
    String head = new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
    in.reset();
    if (Uuencode.begins(head) && !part.isBody()) {
      return Uuencode.next(in).map(file -> (InputStream) file).orElse(in);
    }
    String encoding = part.encoding();
    if (encoding.equals("quoted-printable")) {
      return new QuotedPrintableInputStream(in, DecodeMonitor.SILENT);
    }
    boolean base64 = encoding.equals("base64") ? !isBare(head) : isHidden(part, head);
    return base64 ? new Base64InputStream(in, DecodeMonitor.SILENT) : in;
  }

  private static boolean isBare(String head) {
    return MAGIC.stream().anyMatch(head::startsWith);
  }

  private static boolean isHidden(Part part, String head) {
    return !part.isBody() && MAGIC_IN_BASE64.stream().anyMatch(head.stripLeading()::startsWith);
  }
}
