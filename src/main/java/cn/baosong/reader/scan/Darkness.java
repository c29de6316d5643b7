package cn.baosong.reader.scan;

/** How dark a cell is around each of its pixels, of which one millimetre is looked at together. */
record Darkness(double[] values, int width, int height) {
  /** Pixels on each side: at 150 dots an inch seven are a good millimetre, and dust is nothing. */
  private static final int NEAR = 3;

  /** Most of a cell is bare paper. */
  private static final double PAPER = 0.7;

  static Darkness of(Gray cell) {
    int paper = Shades.quantile(Shades.counts(cell), cell.shades().length, PAPER);
    double[] dark = new double[cell.shades().length];
    for (int i = 0; i < dark.length; i++) {
      dark[i] = (paper - (cell.shades()[i] & 0xFF)) / 255.0;
    }
    Darkness plain = new Darkness(dark, cell.width(), cell.height());
    return plain.means(1, 0).means(0, 1);
  }

  /** At a place between pixels; beyond the cell it is bare. */
  double at(double x, double y) {
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    double across = x - left;
    double down = y - top;
    return across == 0 && down == 0
        ? within(left, top)
        : (1 - down) * ((1 - across) * within(left, top) + across * within(left + 1, top))
            + down * ((1 - across) * within(left, top + 1) + across * within(left + 1, top + 1));
  }

  private double within(int x, int y) {
    return x < 0 || y < 0 || x >= width || y >= height ? 0 : values[y * width + x];
  }

  private Darkness means(int across, int down) {
    double[] means = new double[values.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double sum = 0;
        for (int d = -NEAR; d <= NEAR; d++) {
          int atX = Math.max(0, Math.min(width - 1, x + d * across));
          int atY = Math.max(0, Math.min(height - 1, y + d * down));
          sum += values[atY * width + atX];
        }
        means[y * width + x] = sum / (2 * NEAR + 1);
      }
    }
    return new Darkness(means, width, height);
  }
}
