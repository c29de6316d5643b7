package cn.baosong.core.dossier;

/**
 * A rectangle on a page, from its upper left corner; the unit is the user's: points of a printed
 * page, or parts of a scanned one.
 */
public record Area(double x, double y, double width, double height) {
  public double right() {
    return x + width;
  }

  public double bottom() {
    return y + height;
  }

  /** The smallest that holds both. */
  public Area with(Area other) {
    double left = Math.min(x, other.x);
    double top = Math.min(y, other.y);
    return new Area(
        left,
        top,
        Math.max(right(), other.right()) - left,
        Math.max(bottom(), other.bottom()) - top);
  }
}
