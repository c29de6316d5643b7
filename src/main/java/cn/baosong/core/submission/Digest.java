package cn.baosong.core.submission;

import java.util.regex.Pattern;

/** A SHA-256 digest in lower-case hexadecimal. */
public record Digest(String hex) {
  private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{64}");

  public Digest {
    if (!SHAPE.matcher(hex).matches()) {
      throw new IllegalArgumentException("not a SHA-256 digest in lower-case hex");
    }
  }

  /** The first 16 hex digits, as letters print it. */
  public String brief() {
    return hex.substring(0, 16);
  }

  @Override
  public String toString() {
    return hex;
  }
}
