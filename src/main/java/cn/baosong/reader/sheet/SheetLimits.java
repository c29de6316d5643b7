package cn.baosong.reader.sheet;

/**
 * How large a list may be.
 *
 * @param maxBytes of the file
 * @param maxRows that are not blank
 * @param maxColumns counted from the left
 * @param maxCells that are not blank
 * @param maxText characters of one cell; Excel itself stops at 32,767
 */
public record SheetLimits(long maxBytes, int maxRows, int maxColumns, int maxCells, int maxText) {

  /** 16 MiB, 5,000 rows, 300 columns, 200,000 cells: far beyond any quota, well within memory. */
  public static SheetLimits safe() {
    return new SheetLimits(16L << 20, 5_000, 300, 200_000, 32_767);
  }
}
