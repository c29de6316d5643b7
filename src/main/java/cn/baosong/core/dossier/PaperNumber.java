package cn.baosong.core.dossier;

import java.util.regex.Pattern;

/** The number of a registered parcel, {@code YZ-<year>-<serial>}. */
public record PaperNumber(String value) {
  private static final Pattern SHAPE = Pattern.compile("YZ-\\d{4}-\\d{4,9}");

  public PaperNumber {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("not a parcel number (YZ-<year>-<serial>): " + value);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
