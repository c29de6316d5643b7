package cn.baosong.reader.scan;

import cn.baosong.core.dossier.Area;
import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Arrays;

/** A part of a page cut out upright, in shades of gray, whatever way the page lies in its scan. */
final class Cell {
  private Cell() {}

  /**
   * @param dpi of the picture, bounded by the cell's size on A4
   */
  static Gray of(Gray page, AffineTransform place, Area cell, int dpi) {
    double scale = 72.0 / dpi;
    int wide = Math.max(1, (int) Math.round(cell.width() / scale));
    int high = Math.max(1, (int) Math.round(cell.height() / scale));
    byte[] shades = new byte[wide * high];
    Point2D pixel = new Point2D.Double();
    for (int y = 0; y < high; y++) {
      for (int x = 0; x < wide; x++) {
        place.transform(
            new Point2D.Double(cell.x() + (x + 0.5) * scale, cell.y() + (y + 0.5) * scale), pixel);
        shades[y * wide + x] = (byte) page.at(pixel.getX() - 0.5, pixel.getY() - 0.5);
      }
    }
    return new Gray(shades, wide, high);
  }

  /** Dust taken off: each pixel the middle one of nine. */
  static Gray calm(Gray cell) {
    byte[] calm = new byte[cell.shades().length];
    int[] nine = new int[9];
    for (int y = 0; y < cell.height(); y++) {
      for (int x = 0; x < cell.width(); x++) {
        int n = 0;
        for (int dy = -1; dy <= 1; dy++) {
          for (int dx = -1; dx <= 1; dx++) {
            int cx = Math.max(0, Math.min(cell.width() - 1, x + dx));
            int cy = Math.max(0, Math.min(cell.height() - 1, y + dy));
            nine[n++] = cell.shades()[cy * cell.width() + cx] & 0xFF;
          }
        }
        Arrays.sort(nine);
        calm[y * cell.width() + x] = (byte) nine[4];
      }
    }
    return new Gray(calm, cell.width(), cell.height());
  }

  /** The paper made white and the ink black, where there is ink. */
  static Gray stretched(Gray cell) {
    int[] counts = Shades.counts(cell);
    int all = cell.shades().length;
    int paper = Shades.quantile(counts, all, 0.7);
    int ink = Math.min(Shades.quantile(counts, all, 0.01), paper - LEAST_CONTRAST);
    return Shades.between(cell, ink, paper);
  }

  /** Black where a pixel is darker than its surroundings: shadows and seals' tints go. */
  static Gray blackAndWhite(Gray cell) {
    int wide = cell.width();
    int high = cell.height();
    long[] sums = new long[(wide + 1) * (high + 1)];
    for (int y = 0; y < high; y++) {
      long row = 0;
      for (int x = 0; x < wide; x++) {
        row += cell.shades()[y * wide + x] & 0xFF;
        sums[(y + 1) * (wide + 1) + x + 1] = sums[y * (wide + 1) + x + 1] + row;
      }
    }
    byte[] out = new byte[wide * high];
    for (int y = 0; y < high; y++) {
      for (int x = 0; x < wide; x++) {
        int left = Math.max(0, x - WINDOW);
        int right = Math.min(wide, x + WINDOW + 1);
        int top = Math.max(0, y - WINDOW);
        int below = Math.min(high, y + WINDOW + 1);
        long sum =
            sums[below * (wide + 1) + right]
                - sums[top * (wide + 1) + right]
                - sums[below * (wide + 1) + left]
                + sums[top * (wide + 1) + left];
        double mean = (double) sum / ((right - left) * (below - top));
        out[y * wide + x] = (byte) ((cell.shades()[y * wide + x] & 0xFF) < mean - DARKER ? 0 : 255);
      }
    }
    return new Gray(out, wide, high);
  }

  private static final int WINDOW = 24;
  private static final int DARKER = 22;
  private static final int LEAST_CONTRAST = 40;

  static BufferedImage picture(Gray cell) {
    BufferedImage image =
        new BufferedImage(cell.width(), cell.height(), BufferedImage.TYPE_BYTE_GRAY);
    byte[] into = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    System.arraycopy(cell.shades(), 0, into, 0, into.length);
    return image;
  }
}
