package cn.baosong.reader.scan;

import cn.baosong.core.dossier.Area;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.util.List;
import java.util.Optional;

/**
 * One edge of a cell: a ruled line of the printed form, looked for across its course.
 *
 * @param flat whether it runs from left to right
 */
record Edge(double x, double y, double length, boolean flat) {
  private static final double STEP = 0.5;
  private static final int SAMPLES = 60;

  /** Corners are where other lines meet. */
  private static final double MARGIN = 0.06;

  /** How much darker than its surroundings a ruled line is at least, of 255. */
  private static final double CONTRAST = 14;

  static List<Edge> of(Area cell) {
    return List.of(
        new Edge(cell.x(), cell.y(), cell.width(), true),
        new Edge(cell.x(), cell.bottom(), cell.width(), true),
        new Edge(cell.x(), cell.y(), cell.height(), false),
        new Edge(cell.right(), cell.y(), cell.height(), false));
  }

  /**
   * Where it was found.
   *
   * @param shift in points, across its course
   */
  record Found(Edge edge, double shift) {
    Point2D middle() {
      return edge.point(0.5, 0);
    }
  }

  /** The darkest line within reach; empty where none stands out. */
  Optional<Found> find(Gray page, AffineTransform place, double reach) {
    int steps = (int) Math.ceil(reach / STEP);
    double[] shades = new double[2 * steps + 1];
    double sum = 0;
    int darkest = 0;
    for (int i = 0; i < shades.length; i++) {
      shades[i] = shade(page, place, (i - steps) * STEP);
      sum += shades[i];
      darkest = shades[i] < shades[darkest] ? i : darkest;
    }
    if (sum / shades.length - shades[darkest] < CONTRAST / 2
        || brightest(shades) - shades[darkest] < CONTRAST) {
      return Optional.empty();
    }
    return Optional.of(new Found(this, (darkest - steps + between(shades, darkest)) * STEP));
  }

  /** The lowest point of the parabola through the darkest and its neighbours. */
  private static double between(double[] shades, int at) {
    if (at == 0 || at == shades.length - 1) {
      return 0;
    }
    double before = shades[at - 1];
    double after = shades[at + 1];
    double bend = before - 2 * shades[at] + after;
    return bend <= 0 ? 0 : Math.max(-0.5, Math.min(0.5, (before - after) / (2 * bend)));
  }

  private static double brightest(double[] shades) {
    double most = 0;
    for (double shade : shades) {
      most = Math.max(most, shade);
    }
    return most;
  }

  private double shade(Gray page, AffineTransform place, double shift) {
    double sum = 0;
    Point2D pixel = new Point2D.Double();
    for (int i = 0; i < SAMPLES; i++) {
      double along = MARGIN + (1 - 2 * MARGIN) * i / (SAMPLES - 1);
      place.transform(point(along, shift), pixel);
      sum += page.at(pixel.getX() - 0.5, pixel.getY() - 0.5);
    }
    return sum / SAMPLES;
  }

  private Point2D point(double along, double shift) {
    return flat
        ? new Point2D.Double(x + along * length, y + shift)
        : new Point2D.Double(x + shift, y + along * length);
  }
}
