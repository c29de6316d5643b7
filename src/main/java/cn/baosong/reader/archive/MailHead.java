package cn.baosong.reader.archive;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells a mail by its first lines, where no name tells it. */
final class MailHead {
  static final int LENGTH = 4096;

  private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

  private static final Pattern FIELD = Pattern.compile("([\\x21-\\x39\\x3b-\\x7e]{1,80}):.*");

  /** Fields that only mails have; two of them make one. */
  private static final Set<String> TELLING =
      Set.of(
          "received",
          "return-path",
          "message-id",
          "mime-version",
          "delivered-to",
          "dkim-signature",
          "from",
          "subject",
          "x-mailer",
          "content-transfer-encoding");

  private MailHead() {}

  /** A message saved by Outlook, which begins like many another document. */
  static boolean isSavedByOutlook(byte[] head, String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(".msg")
        && head.length > OLE.length
        && Arrays.equals(head, 0, OLE.length, OLE, 0, OLE.length);
  }

  static boolean looksLike(byte[] head) {
    List<String> lines = new String(head, StandardCharsets.ISO_8859_1).lines().toList();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < lines.size() && !lines.get(i).isEmpty(); i++) {
      String line = lines.get(i);
      Matcher field = FIELD.matcher(line);
      boolean last = i == lines.size() - 1;
      boolean folded = i > 0 && (line.startsWith(" ") || line.startsWith("\t"));
      if (field.matches()) {
        seen.add(field.group(1).toLowerCase(Locale.ROOT));
      } else if (!folded && !last) {
        return false;
      }
    }
    seen.retainAll(TELLING);
    return seen.size() >= 2;
  }
}
