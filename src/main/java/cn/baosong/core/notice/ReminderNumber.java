package cn.baosong.core.notice;

import java.util.regex.Pattern;

/**
 * The number of a reminder, {@code CB-<year>-<serial>}: the letter's id, and what its files lie
 * under; gaps are allowed, reuse is not.
 */
public record ReminderNumber(String value) {
  private static final Pattern SHAPE = Pattern.compile("CB-\\d{4}-\\d{4,9}");

  public ReminderNumber {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("not the number of a reminder (CB-<year>-<serial>)");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
