package cn.baosong.reader.scan;

/** Whether a page shows nothing: dust and the shade of the paper are nothing. */
final class Blank {
  /** Pixels of one patch's side. */
  private static final int PATCH = 8;

  private static final int DARKER = 24;

  /** Patches in a thousand that may be darker than the paper around them: a fold, a hole. */
  private static final int MOST = 2;

  private Blank() {}

  static boolean is(Gray page) {
    int wide = page.width() / PATCH;
    int high = page.height() / PATCH;
    if (wide < 3 || high < 3) {
      return true;
    }
    byte[] means = new byte[wide * high];
    for (int y = 0; y < high; y++) {
      for (int x = 0; x < wide; x++) {
        means[y * wide + x] = (byte) mean(page, x * PATCH, y * PATCH);
      }
    }
    int[] counts = new int[256];
    for (byte mean : means) {
      counts[mean & 0xFF]++;
    }
    int paper = middle(counts, means.length);
    int dark = 0;
    for (int shade = 0; shade < paper - DARKER; shade++) {
      dark += counts[shade];
    }
    return 1000L * dark <= (long) MOST * means.length;
  }

  private static int mean(Gray page, int left, int top) {
    int sum = 0;
    for (int y = top; y < top + PATCH; y++) {
      for (int x = left; x < left + PATCH; x++) {
        sum += page.shades()[y * page.width() + x] & 0xFF;
      }
    }
    return sum / (PATCH * PATCH);
  }

  private static int middle(int[] counts, int all) {
    int seen = 0;
    for (int shade = 0; shade < counts.length; shade++) {
      seen += counts[shade];
      if (2 * seen >= all) {
        return shade;
      }
    }
    return 255;
  }
}
