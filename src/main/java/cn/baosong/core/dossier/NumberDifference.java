package cn.baosong.core.dossier;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Compares plain numbers by value: 1,000.0 is 1000. */
final class NumberDifference {
  // Bounded, so that no sender makes us expand 1E999999999.
  private static final Pattern PLAIN = Pattern.compile("[+-]?[0-9]{1,18}(?:\\.[0-9]{1,9})?");
  private static final Pattern THOUSANDS = Pattern.compile("(?<=[0-9]),(?=[0-9]{3}(?![0-9]))");

  private NumberDifference() {}

  static Difference between(String paper, String electronic) {
    return Difference.of(normal(paper), normal(electronic), DifferenceClass.MATERIAL);
  }

  private static String normal(String written) {
    String text = THOUSANDS.matcher(Typing.code(written)).replaceAll("");
    return PLAIN.matcher(text).matches()
        ? new BigDecimal(text).stripTrailingZeros().toPlainString()
        : text;
  }
}
