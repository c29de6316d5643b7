package cn.baosong.reader.archive;

/** Makes a name that a sender chose harmless to read in a letter, a page or a log line. */
final class Printable {
  private static final int SHOWN = 120;

  private Printable() {}

  static String of(String name) {
    String visible =
        name.codePoints()
            .map(c -> isControl(c) || isConcealing(c) ? 0xFFFD : c)
            .limit(SHOWN + 1L)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    return visible.codePointCount(0, visible.length()) > SHOWN
        ? visible.substring(0, visible.offsetByCodePoints(0, SHOWN)) + "…"
        : visible;
  }

  static boolean isControl(int c) {
    return Character.getType(c) == Character.CONTROL || c == 0x2028 || c == 0x2029;
  }

  /** Direction marks (Unicode Bidi_Control): "gnp.exe" reads as "exe.png" behind one of them. */
  static boolean isConcealing(int c) {
    return c == 0x061C
        || c == 0x200E
        || c == 0x200F
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069);
  }
}
