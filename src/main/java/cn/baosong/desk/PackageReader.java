package cn.baosong.desk;

import cn.baosong.core.submission.Opened;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

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
  default Opened open(Path original, String name, Runnable stillReading) throws IOException {
    return open(List.of(original), name, stillReading);
  }

  /**
   * Opens several mails that make up one package, or one original.
   *
   * @param originals the one first that the package is named by
   */
  Opened open(List<Path> originals, String name, Runnable stillReading) throws IOException;

  /**
   * The same for what does not cost much.
   *
   * @return empty when it would; never of a reader that does not count the cost
   */
  default Optional<Opened> openAtOnce(List<Path> originals, String name, Runnable stillReading)
      throws IOException {
    return Optional.of(open(originals, name, stillReading));
  }
}
