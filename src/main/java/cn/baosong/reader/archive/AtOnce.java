package cn.baosong.reader.archive;

/**
 * What a package may cost that is opened in its turn, before those behind it; what costs more is
 * opened when nobody waits.
 *
 * @param bytes packed or unpacked, nested archives included
 * @param entries files and folders in all, nested archives included
 */
public record AtOnce(long bytes, int entries) {
  public AtOnce {
    if (bytes < 1 || entries < 1) {
      throw new IllegalArgumentException("something must be allowed");
    }
  }

  /** 256 MiB and 300 entries: a unit of fifty candidates, well scanned. */
  public static AtOnce safe() {
    return new AtOnce(256L << 20, 300);
  }
}
