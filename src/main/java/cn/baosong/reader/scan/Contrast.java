package cn.baosong.reader.scan;

/**
 * Gives a pale page the whole range of shades, so that what tells ink from paper holds for it too.
 * A page with a code has black on it for certain.
 */
final class Contrast {
  /** Shades between paper and ink from which on a page is good enough as it is. */
  private static final int ENOUGH = 120;

  /** Fewer are no page that anything can be read off. */
  private static final int LEAST = 16;

  /** The code alone is more of a page than this. */
  private static final double INK = 0.004;

  private static final double PAPER = 0.5;

  private Contrast() {}

  static Gray whole(Gray page) {
    int[] counts = Shades.counts(page);
    int paper = Shades.quantile(counts, page.shades().length, PAPER);
    int ink = Shades.quantile(counts, page.shades().length, INK);
    return paper - ink >= ENOUGH || paper - ink < LEAST ? page : Shades.between(page, ink, paper);
  }
}
