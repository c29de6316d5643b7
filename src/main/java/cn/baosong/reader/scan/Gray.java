package cn.baosong.reader.scan;

import com.google.zxing.LuminanceSource;
import com.google.zxing.PlanarYUVLuminanceSource;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/** A page in shades of gray, one byte a pixel. */
record Gray(byte[] shades, int width, int height) {
  private static final int WHITE = 255;

  static Gray of(BufferedImage image) {
    BufferedImage gray =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D paper = gray.createGraphics();
    paper.setColor(Color.WHITE);
    paper.fillRect(0, 0, gray.getWidth(), gray.getHeight());
    paper.drawImage(image, 0, 0, null);
    paper.dispose();
    byte[] shades = ((DataBufferByte) gray.getRaster().getDataBuffer()).getData();
    return new Gray(shades, gray.getWidth(), gray.getHeight());
  }

  LuminanceSource source() {
    return new PlanarYUVLuminanceSource(shades, width, height, 0, 0, width, height, false);
  }

  /** Each pixel the mean of four. */
  Gray half() {
    int wide = Math.max(1, width / 2);
    int high = Math.max(1, height / 2);
    byte[] means = new byte[wide * high];
    for (int y = 0; y < high; y++) {
      for (int x = 0; x < wide; x++) {
        means[y * wide + x] = mean(2 * x, 2 * y);
      }
    }
    return new Gray(means, wide, high);
  }

  /** The shade at a place between pixels, 0 to 255; beyond the page it is white. */
  double at(double x, double y) {
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    double across = x - left;
    double down = y - top;
    double upper = (1 - across) * within(left, top) + across * within(left + 1, top);
    double lower = (1 - across) * within(left, top + 1) + across * within(left + 1, top + 1);
    return (1 - down) * upper + down * lower;
  }

  private int within(int x, int y) {
    return x < 0 || y < 0 || x >= width || y >= height ? WHITE : shade(x, y);
  }

  private byte mean(int x, int y) {
    int right = Math.min(x + 1, width - 1);
    int below = Math.min(y + 1, height - 1);
    int sum = shade(x, y) + shade(right, y) + shade(x, below) + shade(right, below);
    return (byte) (sum / 4);
  }

  private int shade(int x, int y) {
    return shades[y * width + x] & 0xFF;
  }
}
