package cn.baosong.reader.scan;

import cn.baosong.core.submission.PageMark;
import com.google.zxing.Result;
import com.google.zxing.ResultPoint;
import java.awt.geom.Point2D;
import java.util.List;
import java.util.Optional;

/**
 * A code as it was seen on a page.
 *
 * @param lower the middle of its finder pattern at the lower left, in pixels
 * @param upper that at the upper left
 * @param right that at the upper right
 */
record SeenCode(PageMark mark, Point2D lower, Point2D upper, Point2D right) {
  private static final int FINDERS = 3;

  /**
   * @param scale pixels of the page to one of the view it was found in
   */
  static Optional<SeenCode> of(Result code, int scale) {
    ResultPoint[] points = code.getResultPoints();
    return points.length < FINDERS
        ? Optional.empty()
        : PageMark.read(code.getText())
            .map(
                mark ->
                    new SeenCode(
                        mark, at(points[0], scale), at(points[1], scale), at(points[2], scale)));
  }

  static List<SeenCode> all(Result[] codes, int scale) {
    return java.util.Arrays.stream(codes).flatMap(code -> of(code, scale).stream()).toList();
  }

  private static Point2D at(ResultPoint point, int scale) {
    return new Point2D.Double(scale * point.getX(), scale * point.getY());
  }
}
