package cn.baosong.desk;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as they are quickly keyed: 20240531, 2024-5-31, 2024.5.31, 2024年5月31日. */
public final class KeyedDates {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
  private static final Pattern RUN = Pattern.compile("^(\\d{4})(\\d{2})(\\d{2})(?!\\d)");
  private static final String DAY = "(\\d{4})[-./年](\\d{1,2})[-./月](\\d{1,2})日?";
  private static final Pattern OF_DAY = Pattern.compile(DAY);
  private static final Pattern OF_MINUTE =
      Pattern.compile(DAY + "[ T]+(\\d{1,2}):?(\\d{2})(?::\\d{2})?");

  private KeyedDates() {}

  /** Empty when it is no day. */
  public static Optional<LocalDate> day(String typed) {
    return read(OF_DAY, typed, KeyedDates::dayOf);
  }

  /** Empty when it is no moment; in the office's zone. */
  public static Optional<Instant> moment(String typed, ZoneId zone) {
    return read(
        OF_MINUTE,
        typed,
        m -> dayOf(m).atTime(LocalTime.of(number(m, 4), number(m, 5))).atZone(zone).toInstant());
  }

  public static String minute(Instant at, ZoneId zone) {
    return MINUTE.format(at.atZone(zone));
  }

  private static <T> Optional<T> read(Pattern form, String typed, Function<Matcher, T> value) {
    String plain = Normalizer.normalize(typed.strip(), Normalizer.Form.NFKC);
    Matcher match = form.matcher(RUN.matcher(plain).replaceFirst("$1-$2-$3"));
    try {
      return match.matches() ? Optional.of(value.apply(match)) : Optional.empty();
    } catch (DateTimeException noDay) {
      return Optional.empty();
    }
  }

  private static LocalDate dayOf(Matcher match) {
    return LocalDate.of(number(match, 1), number(match, 2), number(match, 3));
  }

  private static int number(Matcher match, int group) {
    return Integer.parseInt(match.group(group));
  }
}
