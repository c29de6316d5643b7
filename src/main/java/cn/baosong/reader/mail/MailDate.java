package cn.baosong.reader.mail;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates of mails (RFC 5322, 3.3), also without the day of the week and with a comment behind. */
public final class MailDate {
  private static final Pattern DATE =
      Pattern.compile(
          "(\\d{1,2})\\s+([A-Za-z]{3})[a-z]*\\s+(\\d{2,4})\\s+(\\d{1,2}:\\d{2}(?::\\d{2})?)\\s*([+-]\\d{4}|[A-Z]{2,4})?");

  private static final DateTimeFormatter FORMAT =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .appendPattern("d MMM uuuu H:mm[:ss] Z")
          .toFormatter(Locale.ENGLISH);

  private MailDate() {}

  /** The moment; empty where it cannot be read. Without a zone it is UTC. */
  public static Optional<Instant> of(String text) {
    Matcher date = DATE.matcher(text);
    if (!date.find()) {
      return Optional.empty();
    }
    String year = date.group(3).length() == 2 ? "20" + date.group(3) : date.group(3);
    String zone =
        date.group(5) == null || !date.group(5).matches("[+-]\\d{4}") ? "+0000" : date.group(5);
    try {
      return Optional.of(
          OffsetDateTime.parse(
                  date.group(1)
                      + " "
                      + date.group(2)
                      + " "
                      + year
                      + " "
                      + date.group(4)
                      + " "
                      + zone,
                  FORMAT)
              .toInstant());
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }
}
