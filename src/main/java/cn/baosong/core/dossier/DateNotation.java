package cn.baosong.core.dossier;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The notations in which personnel forms write a date. A text that could mean two dates is not
 * read: the office asks instead of guessing.
 */
final class DateNotation {
  private static final int LONGEST = 40;
  // Outside these years a date on a form is a slip of the pen, or six digits that mean yyMMdd.
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2100;

  private static final String PART = "([0-9一二三四五六七八九十廿卅零]{1,4})";
  private static final Pattern WRITTEN =
      Pattern.compile(
          "([0-9一二三四五六七八九零]{4})(?:年|[-./ ])"
              + PART
              + "(?:(?:月|[-./ ])"
              + PART
              + "[日号]?|月)?(?:出?生)?");
  private static final Pattern YEAR = Pattern.compile("([0-9一二三四五六七八九零]{4})年?(?:出?生)?");
  private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})?");
  private static final Pattern SERIAL = Pattern.compile("(\\d{5})(?:\\.0+)?");
  private static final Pattern YEAR_AND_ONE_DIGIT = Pattern.compile("(?:19|20)\\d{2}[1-9]");
  private static final Pattern DATE_TIME =
      Pattern.compile("(\\d{4}-\\d{2}-\\d{2})T(\\d{2}:\\d{2}\\S{0,16}?)(Z|[+-]\\d{2}:?\\d{2})?");
  // What a spreadsheet shows behind a date: 1970/1/1 0:00:00
  private static final Pattern CLOCK_BEHIND =
      Pattern.compile(" \\d{1,2}:\\d{2}(:\\d{2}(\\.\\d+)?)?$");
  private static final Pattern ZERO = Pattern.compile("[〇○◯O]");
  private static final Pattern DOT = Pattern.compile("[。·]");
  private static final Pattern BLANKS = Pattern.compile(" +");
  // A blank between two digits may part them, so it stays.
  private static final Pattern PADDING = Pattern.compile("(?<![0-9]) | (?![0-9])");
  private static final Pattern MIDNIGHT = Pattern.compile("00:00(?::00(?:\\.0+)?)?");

  // Day 0 of the 1900 system as spreadsheets count it after their 29 February 1900.
  private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);

  private DateNotation() {}

  static Optional<PartialDate> read(String raw) {
    if (raw.length() > LONGEST) {
      return Optional.empty();
    }
    String text = tidy(raw);
    try {
      return Optional.ofNullable(match(text))
          .filter(date -> date.earliest().getYear() >= FIRST_YEAR)
          .filter(date -> date.earliest().getYear() <= LAST_YEAR);
    } catch (DateTimeException impossibleDay) {
      return Optional.empty();
    }
  }

  private static @Nullable PartialDate match(String text) {
    Matcher dateTime = DATE_TIME.matcher(text);
    if (dateTime.matches()) {
      return ofDateTime(dateTime);
    }
    Matcher parts = WRITTEN.matcher(text);
    if (!parts.matches()) {
      parts = COMPACT.matcher(text);
    }
    if (parts.matches()) {
      return of(parts.group(1), parts.group(2), parts.group(3));
    }
    Matcher year = YEAR.matcher(text);
    if (year.matches()) {
      return PartialDate.ofYear(HanNumerals.digits(year.group(1)));
    }
    Matcher serial = SERIAL.matcher(text);
    return serial.matches() ? ofSerial(serial.group(1)) : null;
  }

  private static PartialDate of(String year, String month, @Nullable String day) {
    YearMonth yearMonth = YearMonth.of(HanNumerals.digits(year), HanNumerals.number(month));
    return day == null
        ? PartialDate.ofMonth(yearMonth)
        : PartialDate.ofDay(yearMonth.atDay(1).withDayOfMonth(HanNumerals.number(day)));
  }

  /** With a zone only midnight is a calendar date: 16:00Z may be midnight of the next day here. */
  private static @Nullable PartialDate ofDateTime(Matcher dateTime) {
    boolean zoned = dateTime.group(3) != null;
    if (zoned && !MIDNIGHT.matcher(dateTime.group(2)).matches()) {
      return null;
    }
    return PartialDate.ofDay(LocalDate.parse(dateTime.group(1)));
  }

  /** 19701 is a serial of 1953 and also a year with its month: nobody can tell. */
  private static @Nullable PartialDate ofSerial(String digits) {
    return YEAR_AND_ONE_DIGIT.matcher(digits).matches()
        ? null
        : PartialDate.ofDay(SERIAL_ZERO.plusDays(Long.parseLong(digits)));
  }

  private static String tidy(String raw) {
    String text = Typing.dashed(Typing.halfWidth(raw)).strip();
    text = ZERO.matcher(text).replaceAll("零");
    text = DOT.matcher(text).replaceAll(".");
    text = BLANKS.matcher(text).replaceAll(" ");
    text = PADDING.matcher(text).replaceAll("");
    return CLOCK_BEHIND.matcher(text).replaceFirst("");
  }
}
