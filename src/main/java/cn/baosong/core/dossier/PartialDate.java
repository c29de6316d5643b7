package cn.baosong.core.dossier;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * A date as exact as the paper states it: a year, a month or a day, without zone. Comparisons are
 * three-valued: empty when the stated precision does not decide the question.
 *
 * @param earliest the first day the statement allows
 * @param precision how much of the date was stated
 */
public record PartialDate(LocalDate earliest, Precision precision) {

  /** How much of a date is known. */
  public enum Precision {
    YEAR,
    MONTH,
    DAY
  }

  public PartialDate {
    boolean first =
        switch (precision) {
          case YEAR -> earliest.getDayOfYear() == 1;
          case MONTH -> earliest.getDayOfMonth() == 1;
          case DAY -> true;
        };
    if (!first) {
      throw new IllegalArgumentException("not the first day of its " + precision + ": " + earliest);
    }
  }

  /** Reads every notation of Chinese personnel forms; empty when it is none, or could be two. */
  public static Optional<PartialDate> parse(String text) {
    return DateNotation.read(text);
  }

  public static PartialDate ofYear(int year) {
    return new PartialDate(LocalDate.of(year, 1, 1), Precision.YEAR);
  }

  public static PartialDate ofMonth(YearMonth month) {
    return new PartialDate(month.atDay(1), Precision.MONTH);
  }

  public static PartialDate ofDay(LocalDate day) {
    return new PartialDate(day, Precision.DAY);
  }

  /** The last day that the statement allows. */
  public LocalDate latest() {
    return switch (precision) {
      case YEAR -> earliest.plusYears(1).minusDays(1);
      case MONTH -> earliest.plusMonths(1).minusDays(1);
      case DAY -> earliest;
    };
  }

  /** On {@code day} or later (以后, inclusive of the day). */
  public Optional<Boolean> notBefore(LocalDate day) {
    return decided(!earliest.isBefore(day), latest().isBefore(day));
  }

  /** On {@code day} or earlier. */
  public Optional<Boolean> notAfter(LocalDate day) {
    return decided(!latest().isAfter(day), earliest.isAfter(day));
  }

  /** Strictly earlier than {@code day}. */
  public Optional<Boolean> before(LocalDate day) {
    return notBefore(day).map(answer -> !answer);
  }

  /** Strictly later than {@code day}. */
  public Optional<Boolean> after(LocalDate day) {
    return notAfter(day).map(answer -> !answer);
  }

  public boolean samePrecisionAs(PartialDate other) {
    return precision == other.precision;
  }

  /** Whether one day exists that both statements allow. */
  public boolean compatibleWith(PartialDate other) {
    return !latest().isBefore(other.earliest) && !other.latest().isBefore(earliest);
  }

  /** ISO 8601 at the stated precision: {@code 1970}, {@code 1970-01} or {@code 1970-01-15}. */
  public String text() {
    return switch (precision) {
      case YEAR -> "%04d".formatted(earliest.getYear());
      case MONTH -> YearMonth.from(earliest).toString();
      case DAY -> earliest.toString();
    };
  }

  @Override
  public String toString() {
    return text();
  }

  private static Optional<Boolean> decided(boolean surelyTrue, boolean surelyFalse) {
    return surelyTrue || surelyFalse ? Optional.of(surelyTrue) : Optional.empty();
  }
}
