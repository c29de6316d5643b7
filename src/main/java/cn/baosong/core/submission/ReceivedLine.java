package cn.baosong.core.submission;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One {@code Received} line of a mail (RFC 5321, 4.4): who says that it took the mail, from where,
 * and when.
 *
 * @param by the host that wrote the line, in lower case, as the line says
 * @param peer what that host saw of the other side, in lower case: the bracketed name and address,
 *     not the name that the other side gave itself
 * @param at when it took the mail
 */
public record ReceivedLine(String by, String peer, Instant at) {
  private static final int LONGEST = 4000;
  private static final Pattern BY = Pattern.compile("(?:^|\\s)by\\s+([^\\s;()]+)");
  private static final Pattern SEEN = Pattern.compile("\\(([^()]*)\\)");

  /** What the other side called itself, as qmail, Sina and Exim put it beside what they saw. */
  private static final Pattern CALLED = Pattern.compile("(?:^|\\s)(?:helo|ehlo)(?:\\s.*|=.*|$)");

  private static final Pattern COMMENT = Pattern.compile("\\([^()]*\\)");
  private static final Pattern STAMP =
      Pattern.compile(
          "(\\d{1,2})\\s+([a-z]{3})\\s+(\\d{4})\\s+(\\d{1,2}):(\\d{2})(?::(\\d{2}))?"
              + "\\s*([+-]\\d{4}|gmt|utc|ut)");
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  /** Empty when the line names no host or no time that can be understood. */
  public static Optional<ReceivedLine> of(String value) {
    String text = value.substring(0, Math.min(value.length(), LONGEST)).toLowerCase(Locale.ROOT);
    String line = text.replaceAll("\\s+", " ").strip();
    int end = line.lastIndexOf(';');
    if (end < 0) {
      return Optional.empty();
    }
    Matcher by = BY.matcher(COMMENT.matcher(line.substring(0, end)).replaceAll(" "));
    Optional<Instant> at = instant(line.substring(end + 1));
    return by.find()
        ? at.map(stamp -> new ReceivedLine(by.group(1), peer(line.substring(0, end)), stamp))
        : Optional.empty();
  }

  /**
   * Of what stands in brackets before "by" and is not the other side's own word, the last that
   * names an address as Postfix and Coremail do, else the first.
   */
  private static String peer(String line) {
    if (!line.startsWith("from ")) {
      return "";
    }
    String peer = "";
    Matcher seen = SEEN.matcher(line);
    for (int from = 0; seen.find(); from = seen.end()) {
      if (line.substring(from, seen.start()).matches(".*\\sby\\s.*")) {
        break;
      }
      String own = CALLED.matcher(seen.group(1)).replaceAll(" ").strip();
      peer = peer.isEmpty() || own.endsWith("]") ? own : peer;
    }
    return peer;
  }

  /** A moment as mails write it (RFC 5322, 3.3); empty when it cannot be understood. */
  public static Optional<Instant> instant(String value) {
    String text = COMMENT.matcher(value.toLowerCase(Locale.ROOT)).replaceAll(" ");
    Matcher stamp = STAMP.matcher(text);
    if (!stamp.find()) {
      return Optional.empty();
    }
    try {
      String second = stamp.group(6);
      LocalDateTime local =
          LocalDateTime.of(
              number(stamp.group(3)),
              MONTHS.indexOf(stamp.group(2)) + 1,
              number(stamp.group(1)),
              number(stamp.group(4)),
              number(stamp.group(5)),
              second == null ? 0 : Math.min(number(second), 59)); // a leap second ends the minute
      String zone = stamp.group(7);
      ZoneOffset offset =
          zone.startsWith("u") || zone.startsWith("g") ? ZoneOffset.UTC : ZoneOffset.of(zone);
      return Optional.of(local.toInstant(offset));
    } catch (DateTimeException impossible) {
      return Optional.empty();
    }
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }
}
