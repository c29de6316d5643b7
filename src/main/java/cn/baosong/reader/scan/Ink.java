package cn.baosong.reader.scan;

import java.util.Optional;

/**
 * Where in a cell there is writing. Patches are looked at and not pixels, so that dust is none.
 *
 * @param left with the others a box around it, in pixels; {@code right} and {@code below} outside
 */
record Ink(int left, int top, int right, int below) {
  private static final int PATCH = 5;

  /** How much darker than the paper a patch with a stroke through it is at least, of 255. */
  private static final int DARKER = 28;

  /** How much darker than the paper, of its distance to the darkest patch. */
  private static final double PART = 0.35;

  static Optional<Ink> in(Gray cell) {
    int wide = cell.width() / PATCH;
    int high = cell.height() / PATCH;
    if (wide < 2 || high < 2) {
      return Optional.empty();
    }
    int[] means = new int[wide * high];
    for (int i = 0; i < means.length; i++) {
      means[i] = mean(cell, i % wide * PATCH, i / wide * PATCH);
    }
    int paper =
        java.util.Arrays.stream(means).sorted().skip(2L * means.length / 3).findFirst().orElse(0);
    int darkest = java.util.Arrays.stream(means).min().orElse(paper);
    double limit = paper - Math.max(DARKER, PART * (paper - darkest));
    int left = wide;
    int top = high;
    int right = -1;
    int below = -1;
    for (int i = 0; i < means.length; i++) {
      if (means[i] < limit) {
        left = Math.min(left, i % wide);
        right = Math.max(right, i % wide);
        top = Math.min(top, i / wide);
        below = Math.max(below, i / wide);
      }
    }
    return right < 0
        ? Optional.empty()
        : Optional.of(new Ink(left * PATCH, top * PATCH, (right + 1) * PATCH, (below + 1) * PATCH));
  }

  private static int mean(Gray cell, int left, int top) {
    int sum = 0;
    for (int y = top; y < top + PATCH; y++) {
      for (int x = left; x < left + PATCH; x++) {
        sum += cell.shades()[y * cell.width() + x] & 0xFF;
      }
    }
    return sum / (PATCH * PATCH);
  }

  int height() {
    return below - top;
  }

  int width() {
    return right - left;
  }
}
