package cn.baosong.reader.mail;

import cn.baosong.core.submission.Mail.Bounce;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a report says of a message that was not delivered: by its machine-readable part (RFC 3464),
 * by the header of the original, else by the words that the providers use.
 */
final class DeliveryReport {
  private static final Pattern FIELD = Pattern.compile("(?m)^([A-Za-z-]{1,60}):[ \\t]*(.*)$");
  private static final Pattern STATUS =
      Pattern.compile("(?<![\\d.])([245]\\.\\d{1,3}\\.\\d{1,3})(?![\\d.])");
  private static final Pattern ADDRESS = Pattern.compile("[\\w.+-]{1,64}@[\\w-]+(?:\\.[\\w-]+)+");
  static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s@]{1,300}@[^<>\\s@]{1,255}>");

  private final Map<String, String> fields = new LinkedHashMap<>();
  private Optional<String> original = Optional.empty();
  private boolean machineReadable;

  /** The part that machines read. */
  void readStatus(String text) {
    machineReadable = true;
    Matcher field = FIELD.matcher(unfolded(text));
    while (field.find() && fields.size() < 50) {
      fields.putIfAbsent(
          field.group(1).toLowerCase(Locale.ROOT),
          MailHeader.oneLine(EncodedWords.decode(field.group(2))));
    }
  }

  /** The header of the original, where it is enclosed. */
  void readOriginal(MailHeader header) {
    original = original.or(() -> header.text("message-id"));
  }

  /** The header of the original as text. */
  void readOriginal(String text) {
    Matcher field = FIELD.matcher(unfolded(text));
    while (field.find()) {
      if (field.group(1).equalsIgnoreCase("message-id")) {
        String id = field.group(2).strip();
        original = original.or(() -> Optional.of(id));
      }
    }
  }

  boolean isMachineReadable() {
    return machineReadable;
  }

  /**
   * All that is known.
   *
   * @param words of the report, for what no field tells
   */
  Bounce bounce(String words) {
    Optional<String> recipient =
        field("final-recipient").or(() -> field("original-recipient")).map(DeliveryReport::bare);
    return new Bounce(
        original.or(() -> first(MESSAGE_ID, words)),
        recipient.or(() -> first(ADDRESS, words)),
        field("status").flatMap(s -> first(STATUS, s)).or(() -> first(STATUS, words)),
        field("action").map(a -> a.toLowerCase(Locale.ROOT)),
        field("diagnostic-code").map(DeliveryReport::bare));
  }

  private static String unfolded(String text) {
    return text.replaceAll("\\r?\\n[ \\t]+", " ");
  }

  private Optional<String> field(String name) {
    return Optional.ofNullable(fields.get(name)).filter(value -> !value.isBlank());
  }

  private static String bare(String typed) {
    int semicolon = typed.indexOf(';');
    return typed.substring(semicolon + 1).strip();
  }

  private static Optional<String> first(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    return found.find() ? Optional.of(found.group()) : Optional.empty();
  }
}
