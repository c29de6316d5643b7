package cn.baosong.journey;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/**
 * Invented identity numbers of a region that does not exist, with a sound check digit (GB 11643).
 */
public final class Identities {
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

  private Identities() {}

  public static String of(LocalDate born, int sequence) {
    String body =
        "000000" + born.format(DateTimeFormatter.BASIC_ISO_DATE) + String.format("%03d", sequence);
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * (body.charAt(i) - '0');
    }
    return body + "10X98765432".charAt(sum % 11);
  }
}
