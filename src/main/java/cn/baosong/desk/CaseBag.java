package cn.baosong.desk;

import java.io.IOException;
import java.nio.file.Path;

/** Packs a whole case as one zipped bag (RFC 8493). */
public interface CaseBag {
  /**
   * Writes the bag; the same case makes the same bytes.
   *
   * @throws IOException when the original cannot be read or our disk fails
   */
  void pack(WholeCase file, Path zip) throws IOException;
}
