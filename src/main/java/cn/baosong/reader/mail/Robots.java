package cn.baosong.reader.mail;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Signs that a machine wrote a mail (RFC 3834, RFC 2919), and the words of the providers. */
final class Robots {
  private static final List<String> TELLING =
      List.of(
          "x-autoreply",
          "x-autorespond",
          "x-auto-reply",
          "list-id",
          "list-post",
          "list-unsubscribe",
          "x-loop");

  private static final List<String> PRECEDENCE = List.of("bulk", "list", "junk", "auto_reply");

  private static final Pattern SUBJECT =
      Pattern.compile(
          "(?i)^\\s*(re:|回复[:：]|答复[:：])?\\s*[\\[【(（]?\\s*(自动回复|自动答复|自动应答|auto(matic)?[ -]?(reply|response)|out of (the )?office|外出自动|休假自动|已读[:：]|read[:：])");

  private static final Pattern RETURNED =
      Pattern.compile(
          "(?i)(退信|未送达|投递失败|发送失败|无法投递|undeliver|delivery status notification|delivery failure|failure notice|returned mail|mail delivery (failed|system)|delivery has failed)");

  private static final Pattern POSTMASTER =
      Pattern.compile(
          "(?i)^(mailer-daemon|postmaster|mail-daemon|maildelivery|no-?reply-bounce)@.*");

  private Robots() {}

  /** By what it shows; empty where a person seems to have written. */
  static Optional<String> sign(MailHeader header, String subject) {
    Optional<String> submitted =
        header
            .text("auto-submitted")
            .map(value -> value.toLowerCase(Locale.ROOT))
            .filter(value -> !value.isBlank() && !value.startsWith("no"))
            .map(value -> "auto-submitted: " + value);
    Optional<String> precedence =
        header
            .text("precedence")
            .map(value -> value.toLowerCase(Locale.ROOT))
            .filter(PRECEDENCE::contains)
            .map(value -> "precedence: " + value);
    return submitted
        .or(() -> precedence)
        .or(() -> TELLING.stream().filter(header::has).findFirst())
        .or(() -> isNullSender(header) ? Optional.of("return-path: <>") : Optional.empty())
        .or(() -> SUBJECT.matcher(subject).find() ? Optional.of("subject") : Optional.empty());
  }

  /** Whether the words are those of a host that could not deliver. */
  static boolean isReturned(MailHeader header, String subject, String from) {
    return RETURNED.matcher(subject).find()
        && (isNullSender(header) || POSTMASTER.matcher(from).matches());
  }

  private static boolean isNullSender(MailHeader header) {
    return header
        .latin("return-path")
        .map(path -> path.replace(" ", "").equals("<>"))
        .orElse(false);
  }
}
