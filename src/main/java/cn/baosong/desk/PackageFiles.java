package cn.baosong.desk;

import cn.baosong.core.submission.Digest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Takes single files out of stored packages. */
public interface PackageFiles {
  /**
   * Unpacks one file.
   *
   * @param originals stored bytes of the package
   * @param name display name as it arrived
   * @return a copy that the caller deletes; empty when the package holds no such file, or can no
   *     longer be read within the limits
   * @throws IOException when our own side failed
   */
  Optional<Path> take(List<Path> originals, String name, Digest wanted) throws IOException;
}
