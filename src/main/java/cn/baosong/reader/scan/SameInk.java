package cn.baosong.reader.scan;

/**
 * Whether a cell shows the ink that the office printed there and no other: a line through it, a
 * word beside it, a patch pasted over it. It reads nothing, so it needs no engine; what one stroke
 * changes within a character is left to who reads.
 */
final class SameInk {
  /** Of both pictures. */
  static final int DPI = 150;

  /** Pixels, one millimetre, by which writing may lie beside where it was printed. */
  private static final int REACH = 6;

  /** What is blurred lies as well by every second pixel. */
  private static final int STEP = 2;

  /** By how much of black a place may differ: what stays of a pale, askew or copied page. */
  private static final double UNLIKE = 0.085;

  /** Square millimetres of such places: half of a figure written by hand. */
  private static final double MOST = 0.9;

  private static final double PIXEL = (25.4 / DPI) * (25.4 / DPI);

  /** Printed cells with less ink than this have nothing to be laid upon. */
  private static final double BARE = 0.01;

  /** How much of black a scanner makes of ink, where no print tells. */
  private static final double USUAL = 0.8;

  private static final double LEAST = 0.25;

  private final Darkness paper;
  private final Darkness printed;

  private SameInk(Darkness paper, Darkness printed) {
    this.paper = paper;
    this.printed = printed;
  }

  /** Both at {@value #DPI} dots an inch and of one size. */
  static boolean is(Gray paper, Gray printed) {
    SameInk cell = new SameInk(Darkness.of(paper), Darkness.of(printed));
    return cell.unlike(cell.best()) <= MOST;
  }

  /**
   * How one picture lies upon the other.
   *
   * @param score how much of the paper's ink the print explains
   * @param gain how dark the scan shows what was printed black
   */
  private record Lie(int x, int y, double score, double gain) {}

  private Lie best() {
    Lie best = lie(0, 0);
    for (int y = -REACH; y <= REACH; y++) {
      for (int x = -REACH; x <= REACH; x++) {
        Lie other = lie(x, y);
        best = other.score() > best.score() ? other : best;
      }
    }
    return best;
  }

  private Lie lie(int byX, int byY) {
    double both = 0;
    double own = 0;
    for (int y = 0; y < paper.height(); y += STEP) {
      for (int x = 0; x < paper.width(); x += STEP) {
        double ink = printed.at(x - byX, y - byY);
        both += ink * paper.at(x, y);
        own += ink * ink;
      }
    }
    return own < BARE
        ? new Lie(byX, byY, 0, USUAL)
        : new Lie(byX, byY, both * Math.max(0, both) / own, Math.max(LEAST, both / own));
  }

  /** A thicker print differs more at its edges. */
  private double unlike(Lie lie) {
    double limit = UNLIKE * Math.max(1, lie.gain());
    int pixels = 0;
    for (int y = 0; y < paper.height(); y++) {
      for (int x = 0; x < paper.width(); x++) {
        double should = printed.at(x - lie.x(), y - lie.y());
        pixels += Math.abs(paper.at(x, y) / lie.gain() - should) > limit ? 1 : 0;
      }
    }
    return pixels * PIXEL;
  }
}
