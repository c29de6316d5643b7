package cn.baosong.core.call;

/**
 * The version of a call that a decision names: a hash over the files of its folder and the options
 * settled so far.
 */
public record CallVersion(String value) {
  public CallVersion {
    if (value.isBlank()) {
      throw new IllegalArgumentException("a call version is never blank");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
