package cn.baosong.reader.scan;

import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Draws a page's place towards the lines that were found: the best linear shift of x by x and y
 * through the vertical ones, and of y through the others.
 */
final class Fit {
  private static final int LEAST = 4;

  private Fit() {}

  static AffineTransform of(AffineTransform place, List<Edge.Found> found) {
    double[] across = shifts(found, false);
    double[] down = shifts(found, true);
    AffineTransform correction =
        new AffineTransform(1 + across[1], down[1], across[2], 1 + down[2], across[0], down[0]);
    AffineTransform next = new AffineTransform(place);
    next.concatenate(correction);
    return next;
  }

  /** Constant, by x and by y; of too few lines only the constant is known. */
  private static double[] shifts(List<Edge.Found> found, boolean flat) {
    List<Edge.Found> lines = inliers(found.stream().filter(f -> f.edge().flat() == flat).toList());
    if (lines.isEmpty()) {
      return new double[3];
    }
    double mean = lines.stream().mapToDouble(Edge.Found::shift).average().orElse(0);
    if (lines.size() < LEAST) {
      return new double[] {mean, 0, 0};
    }
    return solved(lines, mean);
  }

  /** A line that lies far from where most say it should was another one. */
  private static List<Edge.Found> inliers(List<Edge.Found> lines) {
    if (lines.size() < LEAST) {
      return lines;
    }
    double middle =
        lines.stream()
            .map(Edge.Found::shift)
            .sorted(Comparator.naturalOrder())
            .skip(lines.size() / 2)
            .findFirst()
            .orElse(0.0);
    return lines.stream().filter(f -> Math.abs(f.shift() - middle) < 4.5).toList();
  }

  /** Least squares about the middle of the lines, held back where they all lie on one line. */
  private static double[] solved(List<Edge.Found> lines, double mean) {
    double midX =
        lines.stream().map(Edge.Found::middle).mapToDouble(Point2D::getX).average().orElse(0);
    double midY =
        lines.stream().map(Edge.Found::middle).mapToDouble(Point2D::getY).average().orElse(0);
    double xx = 1;
    double yy = 1;
    double xy = 0;
    double xs = 0;
    double ys = 0;
    for (Edge.Found line : lines) {
      double x = line.middle().getX() - midX;
      double y = line.middle().getY() - midY;
      double shift = line.shift() - mean;
      xx += x * x;
      yy += y * y;
      xy += x * y;
      xs += x * shift;
      ys += y * shift;
    }
    double whole = xx * yy - xy * xy;
    double byX = whole <= 0 ? 0 : (xs * yy - ys * xy) / whole;
    double byY = whole <= 0 ? 0 : (ys * xx - xs * xy) / whole;
    double[] solution = {mean - byX * midX - byY * midY, byX, byY};
    return Arrays.stream(solution).allMatch(Double::isFinite) ? solution : new double[3];
  }
}
