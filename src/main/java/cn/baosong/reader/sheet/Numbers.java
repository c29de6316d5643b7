package cn.baosong.reader.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.apache.poi.ss.usermodel.DateUtil;

/** Numbers as a workbook stores them: binary doubles, which dates are too. */
final class Numbers {
  /** Excel keeps 15 decimal digits; the 16th and 17th of a double are noise. */
  private static final int DIGITS = 15;

  private Numbers() {}

  /** A text with what is wrong with it. */
  record Reading(String text, Optional<Trouble> trouble) {}

  static Reading plain(double value) {
    if (!Double.isFinite(value)) {
      return new Reading(Double.toString(value), Optional.of(Trouble.ERROR_VALUE));
    }
    boolean long16 = Math.abs(value) >= 1e15;
    BigDecimal exact = BigDecimal.valueOf(value);
    BigDecimal shown = long16 ? exact : exact.round(new MathContext(DIGITS));
    String text = shown.signum() == 0 ? "0" : shown.stripTrailingZeros().toPlainString();
    return new Reading(text, long16 ? Optional.of(Trouble.PRECISION_LOST) : Optional.empty());
  }

  /**
   * A date cell. Forms often show year and month only; the day that Excel keeps behind such a
   * format was never stated, so it is not reported.
   *
   * @param serial days since 1900 or 1904
   * @param format the number format that makes it a date
   */
  static Optional<String> date(double serial, String format, boolean since1904) {
    if (!DateUtil.isValidExcelDate(serial) || serial > 2_958_466) {
      return Optional.empty();
    }
    LocalDateTime moment = DateUtil.getLocalDateTime(serial, since1904);
    if (moment == null) {
      return Optional.empty();
    }
    LocalDate day = moment.toLocalDate();
    String letters = format.toLowerCase(Locale.ROOT).replaceAll("\"[^\"]*\"|\\[[^]]*]|\\\\.", "");
    boolean timeOnly = !letters.contains("d") && !letters.contains("y");
    if (timeOnly) {
      return Optional.of(moment.toLocalTime().toString());
    }
    return Optional.of(
        letters.contains("d")
            ? DateTimeFormatter.ISO_LOCAL_DATE.format(day)
            : DateTimeFormatter.ofPattern("uuuu-MM", Locale.ROOT).format(day));
  }
}
