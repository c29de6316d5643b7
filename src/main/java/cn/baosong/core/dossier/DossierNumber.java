package cn.baosong.core.dossier;

import java.util.regex.Pattern;

/** The number of a dossier, {@code RX-<year>-<serial>}. */
public record DossierNumber(String value) implements Comparable<DossierNumber> {
  private static final Pattern SHAPE = Pattern.compile("RX-\\d{4}-\\d{4,9}");

  public DossierNumber {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("not a dossier number (RX-<year>-<serial>): " + value);
    }
  }

  @Override
  public int compareTo(DossierNumber other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
