package cn.baosong.reader.archive;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * One payload file of a package.
 *
 * @param path readable path inside the package, parts joined by '/', unique in its package; only
 *     for people and rules, never for a file system
 * @param rawName the bytes of the name in hexadecimal, where no charset could read them
 * @param size bytes
 * @param sha256 lower-case hexadecimal
 * @param extracted the content, under an ASCII name in the caller's working directory
 * @param lastModified what the archive states in UTC: a claim of the sender (class C), and absent
 *     where the archive has only a wall-clock time
 */
public record Entry(
    String path,
    Optional<String> rawName,
    long size,
    String sha256,
    Path extracted,
    Optional<Instant> lastModified) {

  /** The last part of the path. */
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
