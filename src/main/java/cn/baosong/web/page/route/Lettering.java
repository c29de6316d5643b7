package cn.baosong.web.page.route;

/** How wide words are, well enough to leave room for them in whatever font. */
final class Lettering {
  private static final double LATIN = 0.58;
  private static final int FIRST_WIDE = 0x2e80;

  private Lettering() {}

  static int width(String text, int size) {
    return (int) Math.ceil(text.codePoints().mapToDouble(c -> em(c) * size).sum());
  }

  /** As much of the text as fits. */
  static String fitted(String text, int size, int room) {
    if (width(text, size) <= room) {
      return text;
    }
    int[] points = text.codePoints().toArray();
    int end = points.length;
    while (end > 0 && width(new String(points, 0, end) + "…", size) > room) {
      end--;
    }
    return new String(points, 0, end).strip() + "…";
  }

  private static double em(int codePoint) {
    return codePoint >= FIRST_WIDE ? 1 : LATIN;
  }
}
