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
  private static final double UNLIKE = 0.12;

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
  private record Lie(double x, double y, double score, double gain) {}

  /** To the pixel first, then to half of one, for nobody prints by a scanner's pixels. */
  private Lie best() {
    return best(best(lie(0, 0), REACH, 1), 1, 0.5);
  }

  private Lie best(Lie from, int steps, double step) {
    Lie best = from;
    for (int y = -steps; y <= steps; y++) {
      for (int x = -steps; x <= steps; x++) {
        Lie other = lie(from.x() + x * step, from.y() + y * step);
        best = other.score() > best.score() ? other : best;
      }
    }
    return best;
  }

  private Lie lie(double byX, double byY) {
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

  /** Square millimetres. */
  private double unlike(Lie lie) {
    int pixels = 0;
    for (int y = 0; y < paper.height(); y++) {
      for (int x = 0; x < paper.width(); x++) {
        double should = printed.at(x - lie.x(), y - lie.y());
        pixels += Math.abs(paper.at(x, y) / lie.gain() - should) > UNLIKE ? 1 : 0;
      }
    }
    return pixels * PIXEL;
  }
}
