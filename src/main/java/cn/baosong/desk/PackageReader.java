package cn.baosong.desk;

import cn.baosong.core.submission.Opened;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Opens a stored package; whatever is wrong with it is told as a value, and nothing it holds can
 * harm.
 */
public interface PackageReader {
  /**
   * @param original stored bytes
   * @param name display name as it arrived
   * @param stillReading told about twice a minute while it takes long
   * @throws IOException when the archive itself cannot be read
   */
  Opened open(Path original, String name, Runnable stillReading) throws IOException;
}
