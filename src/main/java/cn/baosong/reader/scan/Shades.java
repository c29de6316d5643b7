package cn.baosong.reader.scan;

/** How light and dark are spread over a picture. */
final class Shades {
  private Shades() {}

  /** Pixels of each shade. */
  static int[] counts(Gray picture) {
    int[] counts = new int[256];
    for (byte shade : picture.shades()) {
      counts[shade & 0xFF]++;
    }
    return counts;
  }

  /** The shade that so large a part of all pixels does not exceed. */
  static int quantile(int[] counts, int all, double part) {
    long seen = 0;
    for (int shade = 0; shade < counts.length; shade++) {
      seen += counts[shade];
      if (seen >= part * all) {
        return shade;
      }
    }
    return 255;
  }

  /** The same picture with one shade made black and another white. */
  static Gray between(Gray picture, int black, int white) {
    byte[] out = new byte[picture.shades().length];
    for (int i = 0; i < out.length; i++) {
      int shade = picture.shades()[i] & 0xFF;
      out[i] = (byte) Math.max(0, Math.min(255, 255 * (shade - black) / (white - black)));
    }
    return new Gray(out, picture.width(), picture.height());
  }
}
