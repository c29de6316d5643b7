package cn.baosong.core.dossier;

import java.time.DateTimeException;

/** Small numbers of dates, in Arabic digits or in 一二三…十, 廿, 卅. */
final class HanNumerals {
  private static final String DIGITS = "零一二三四五六七八九";

  private HanNumerals() {}

  /** A sequence of digits, as years are written: 一九七零 is 1970. */
  static int digits(String text) {
    int value = 0;
    for (char c : text.toCharArray()) {
      value = value * 10 + digit(c);
    }
    return value;
  }

  /**
   * A number up to 99: 3, 03, 三, 零三, 十, 十二, 二十一, 廿一, 卅.
   *
   * @throws DateTimeException when the text is no such number
   */
  static int number(String text) {
    String spelt = text.replace("廿", "二十").replace("卅", "三十");
    int ten = spelt.indexOf('十');
    if (ten < 0) {
      return digits(spelt);
    }
    String units = spelt.substring(ten + 1);
    if (ten > 1 || units.length() > 1) {
      throw new DateTimeException("no number of a date: " + text);
    }
    return 10 * (ten == 0 ? 1 : digits(spelt.substring(0, 1))) + digits(units);
  }

  private static int digit(char c) {
    int value = c >= '0' && c <= '9' ? c - '0' : DIGITS.indexOf(c);
    if (value < 0) {
      throw new DateTimeException("no digit: " + c);
    }
    return value;
  }
}
