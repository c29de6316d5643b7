package cn.baosong.reader.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
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

  /**
   * A file that lies there by itself.
   *
   * @throws IOException when it cannot be read
   */
  public static Entry whole(Path file, String name) throws IOException {
    MessageDigest digest = Sha256.fresh();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      long size = in.transferTo(OutputStream.nullOutputStream());
      String sha256 = HexFormat.of().formatHex(digest.digest());
      return new Entry(name, Optional.empty(), size, sha256, file, Optional.empty());
    }
  }

  /** The same under another path. */
  Entry at(String other) {
    return new Entry(other, rawName, size, sha256, extracted, lastModified);
  }

  /** The last part of the path. */
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
