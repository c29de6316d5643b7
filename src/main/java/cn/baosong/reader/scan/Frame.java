package cn.baosong.reader.scan;

import cn.baosong.core.dossier.Area;
import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How a printed page lies in its scan: from points of the page to pixels. The code tells it
 * roughly, the ruled lines of the form exactly.
 *
 * @param ruled part of the cells' edges that were found where they should be, 0 to 1
 */
record Frame(AffineTransform place, double ruled) {
  private static final double MM = 72 / 25.4;

  /** As the form is printed: A4, the code 30 mm wide with its rim, in the upper right corner. */
  private static final double CODE = 30 * MM;

  private static final double LEFT = 595.28 - 15 * MM - CODE;
  private static final double TOP = 8 * MM;

  /** Modules from the rim to the middle of a finder pattern. */
  private static final double FINDER = 4 + 3.5;

  /** How far a line may be from where it is looked for, first and then. */
  private static final double[] REACHES = {2.2 * MM, 1.2 * MM, 0.6 * MM};

  private static final double HIT = 0.35 * MM;

  /**
   * @param cells of that page of the form
   */
  static Frame of(SeenCode code, List<Area> cells, Gray page) {
    Frame frame = new Frame(rough(code), 0);
    for (double reach : REACHES) {
      frame = frame.refined(cells, page, reach);
    }
    return frame;
  }

  /** Quarter turns, 0 to 3, by which the page lies. */
  int turned() {
    return Math.floorMod((int) Math.round(angle() / 90), 4);
  }

  /** Degrees beyond these. */
  double skew() {
    return angle() - 90.0 * Math.round(angle() / 90);
  }

  private double angle() {
    return Math.toDegrees(Math.atan2(place.getShearY(), place.getScaleX()));
  }

  private static AffineTransform rough(SeenCode code) {
    double module = CODE / modules(code.mark().text());
    Point2D upper = new Point2D.Double(LEFT + FINDER * module, TOP + FINDER * module);
    double span = CODE - 2 * FINDER * module;
    double acrossX = (code.right().getX() - code.upper().getX()) / span;
    double acrossY = (code.right().getY() - code.upper().getY()) / span;
    double downX = (code.lower().getX() - code.upper().getX()) / span;
    double downY = (code.lower().getY() - code.upper().getY()) / span;
    // a scanner turns and enlarges: what else three blurred points say is chance
    double cos = (acrossX + downY) / 2;
    double sin = (acrossY - downX) / 2;
    AffineTransform place =
        AffineTransform.getTranslateInstance(code.upper().getX(), code.upper().getY());
    place.concatenate(new AffineTransform(cos, sin, -sin, cos, 0, 0));
    place.translate(-upper.getX(), -upper.getY());
    return place;
  }

  private static int modules(String text) {
    try {
      return new QRCodeWriter()
          .encode(
              text,
              BarcodeFormat.QR_CODE,
              0,
              0,
              Map.of(
                  EncodeHintType.ERROR_CORRECTION,
                  ErrorCorrectionLevel.M,
                  EncodeHintType.MARGIN,
                  4))
          .getWidth();
    } catch (WriterException e) {
      throw new IllegalStateException("a mark is short enough for any code", e);
    }
  }

  private Frame refined(List<Area> cells, Gray page, double reach) {
    List<Edge.Found> found = new ArrayList<>();
    int edges = 0;
    for (Area cell : cells) {
      for (Edge edge : Edge.of(cell)) {
        edges++;
        edge.find(page, place, reach).ifPresent(found::add);
      }
    }
    double near = found.stream().filter(f -> Math.abs(f.shift()) <= HIT).count();
    AffineTransform next = Fit.of(place, found);
    return new Frame(next, edges == 0 ? 0 : near / edges);
  }
}
