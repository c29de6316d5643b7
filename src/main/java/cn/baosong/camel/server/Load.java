package cn.baosong.camel.server;

import java.util.List;

/**
 * What one look brings. Many small files are worth one look; after a few large ones the folder is
 * looked into again, so that what came meanwhile is not seen late.
 *
 * @param more whether others are as ready
 */
record Load(List<ServerFile> files, boolean more) {
  /** Also how many files are let go of at a look. */
  static final int FILES = 500;

  private static final long BYTES = 128L << 20;

  /** Of what is ready, in its order, as much as a look brings; at least one file. */
  static Load of(List<ServerFile> ready) {
    int count = 0;
    for (long bytes = 0; count < Math.min(FILES, ready.size()) && bytes < BYTES; count++) {
      bytes += Math.max(0, ready.get(count).size());
    }
    return new Load(List.copyOf(ready.subList(0, count)), count < ready.size());
  }
}
