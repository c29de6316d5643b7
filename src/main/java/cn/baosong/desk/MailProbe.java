package cn.baosong.desk;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A probe as a mail bears it.
 *
 * @param id of the probe
 * @param token by which it is known as ours
 */
public record MailProbe(String id, String token) {
  /** The header field that holds it. */
  public static final String FIELD = "X-Baosong-Probe";

  /** One that is larger is not ours alone. */
  public static final int LARGEST = 32 << 10;

  private static final Pattern WRITTEN =
      Pattern.compile("([0-9a-f-]{36});\\s*token=([0-9a-f]{64})");

  private static final Pattern MESSAGE_ID = Pattern.compile("<probe\\.([0-9a-f-]{36})@[^@>]+>");

  /** The message id that it travels by; a report of its loss names it. */
  public static String messageId(String id, String domain) {
    return "<probe." + id + "@" + domain + ">";
  }

  /** Which probe a message was, by its message id. */
  public static Optional<String> idOf(String messageId) {
    Matcher ours = MESSAGE_ID.matcher(messageId.strip());
    return ours.matches() ? Optional.of(ours.group(1)) : Optional.empty();
  }

  /** As a header field has it. */
  public static Optional<MailProbe> of(String field) {
    Matcher written = WRITTEN.matcher(field.strip());
    return written.matches()
        ? Optional.of(new MailProbe(written.group(1), written.group(2)))
        : Optional.empty();
  }

  public String field() {
    return id + "; token=" + token;
  }

  /** The whole body. */
  public String text() {
    return "The office wrote this to itself to see that its mailbox lives.\r\nProbe " + id + "\r\n";
  }

  /**
   * Whether a body is this and nothing else, so that no package can vanish behind a field that
   * somebody copied.
   */
  public boolean isAll(String body) {
    return squeezed(body).equals(squeezed(text()));
  }

  private static String squeezed(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
