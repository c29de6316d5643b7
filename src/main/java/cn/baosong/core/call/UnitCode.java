package cn.baosong.core.call;

/** The office's key of a unit: its unified social credit code where it has one. */
public record UnitCode(String value) {
  public UnitCode {
    if (value.isBlank() || value.length() > 64) {
      throw new IllegalArgumentException("a unit code has 1 to 64 characters");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
