package cn.baosong.core.notice;

/** How a character that cannot be shown is named, such as ［U+202E］. */
public final class CodePointMark {
  private CodePointMark() {}

  public static String of(int codePoint) {
    return String.format("［U+%04X］", codePoint);
  }
}
