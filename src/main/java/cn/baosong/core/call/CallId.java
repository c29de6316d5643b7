package cn.baosong.core.call;

import java.util.regex.Pattern;

/** The name of an intake window: the folder name under {@code forms/}. */
public record CallId(String value) implements Comparable<CallId> {
  private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

  public CallId {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "not a call id (lower-case letters, digits, hyphens): " + value);
    }
  }

  @Override
  public int compareTo(CallId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
