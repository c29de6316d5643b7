package cn.baosong.reader.archive;

/**
 * How much of a package the office is willing to unpack.
 *
 * @param maxBytes bytes written to the working directory in all, nested archives included
 * @param maxEntries files and folders in all, nested archives included
 * @param maxRatio unpacked bytes per packed byte, judged only beyond {@link #RATIO_FLOOR}
 * @param maxDepth folders above a file
 * @param maxNameLength characters of one file or folder name
 */
public record ArchiveLimits(
    long maxBytes, int maxEntries, int maxRatio, int maxDepth, int maxNameLength) {

  /** Below this many unpacked bytes no ratio is a bomb: a few megabytes of text compress well. */
  public static final long RATIO_FLOOR = 10L << 20;

  public ArchiveLimits {
    if (maxBytes < 1 || maxEntries < 1 || maxRatio < 1 || maxDepth < 1 || maxNameLength < 1) {
      throw new IllegalArgumentException("every limit of an archive is at least 1");
    }
  }

  /**
   * 4 GiB, 20,000 entries, ratio 200, 32 folders deep, names of 255 characters. Deflate reaches
   * 1032 on zeros and 3 to 20 on office papers; the largest package of the notices is some 1 GB.
   */
  public static ArchiveLimits safe() {
    return new ArchiveLimits(4L << 30, 20_000, 200, 32, 255);
  }

  boolean isBomb(long unpacked, long packed) {
    return unpacked > RATIO_FLOOR && unpacked / maxRatio > Math.max(1, packed);
  }
}
