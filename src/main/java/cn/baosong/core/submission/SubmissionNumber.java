package cn.baosong.core.submission;

import java.util.regex.Pattern;

/** The number of a submission, {@code SJ-<year>-<serial>}; gaps are allowed, reuse is not. */
public record SubmissionNumber(String value) {
  private static final Pattern SHAPE = Pattern.compile("SJ-\\d{4}-\\d{4,9}");

  public SubmissionNumber {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("not a submission number (SJ-<year>-<serial>): " + value);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
