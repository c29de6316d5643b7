package cn.baosong.store;

import cn.baosong.core.submission.Digest;
import cn.baosong.desk.Sealing;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sealed originals below {@code baosong.home/sealed}, which only the office's own account may
 * enter: the bytes under their digest, and {@code <digest>.json}, the order to seal them. The order
 * is on disk before anything else is done, so that a crash only delays the rest.
 */
final class Seals {
  private static final Logger LOG = LoggerFactory.getLogger(Seals.class);
  private static final String ORDER = ".json";

  private final Path root;
  private final Docs docs;
  private final Disk disk;

  Seals(Path home, Docs docs, Disk disk) {
    this.root = home.toAbsolutePath().resolve("sealed");
    this.docs = docs;
    this.disk = disk;
  }

  /**
   * @param original the bytes in the archive
   */
  void seal(Sealing sealing, Path original) throws IOException {
    disk.directories(root, root);
    disk.ownerOnly(root, "rwx------");
    if (find(sealing.digest()).isEmpty()) {
      write(sealing, order(sealing.digest()));
      LOG.warn("An original was sealed, see the list of sealed ones: {}", sealing.digest().brief());
    }
    finish(sealing, original);
  }

  Optional<Sealing> find(Digest digest) throws IOException {
    Path order = order(digest);
    return Files.exists(order) ? Optional.of(read(order)) : Optional.empty();
  }

  /** What its holder has not taken away, the newest first. */
  List<Sealing> held() throws IOException {
    List<Sealing> held = new ArrayList<>(all());
    held.removeIf(sealing -> !Files.exists(bytes(sealing.digest())));
    held.sort(Comparator.comparing(Sealing::at).reversed().thenComparing(s -> s.digest().hex()));
    return held;
  }

  /** Every order ever given. */
  List<Sealing> all() throws IOException {
    List<Sealing> all = new ArrayList<>();
    if (Files.isDirectory(root)) {
      try (DirectoryStream<Path> orders = Files.newDirectoryStream(root, "*" + ORDER)) {
        for (Path order : orders) {
          all.add(read(order));
        }
      }
    }
    return all;
  }

  /** Puts aside bytes that were sealed before; the copy that is there stays. */
  void keep(Digest digest, Path part) throws IOException {
    if (!Files.exists(bytes(digest))) {
      move(part, bytes(digest));
    }
  }

  /** The sealed bytes; their holder may have taken them away. */
  Path bytes(Digest digest) {
    return root.resolve(digest.hex());
  }

  /** What stands in the archive in place of the bytes. */
  static Path tombstone(Path original) {
    return original.resolveSibling(original.getFileName() + ".sealed");
  }

  void finish(Sealing sealing, Path original) throws IOException {
    if (!Files.exists(tombstone(original))) {
      write(sealing, tombstone(original));
    }
    if (Files.exists(original)) {
      move(original, bytes(sealing.digest()));
    }
  }

  private void move(Path from, Path to) throws IOException {
    disk.ownerOnly(from, "r--------");
    disk.settle(from, to);
    disk.forceNames(Disk.directoryOf(from));
  }

  private Path order(Digest digest) {
    return root.resolve(digest.hex() + ORDER);
  }

  private Sealing read(Path order) throws IOException {
    return docs.read(Files.readString(order, StandardCharsets.UTF_8), Sealing.class);
  }

  private void write(Sealing sealing, Path target) throws IOException {
    Path part = target.resolveSibling(target.getFileName() + ".part");
    Files.deleteIfExists(part);
    byte[] json = (docs.write(sealing) + "\n").getBytes(StandardCharsets.UTF_8);
    try (FileChannel file =
        FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      disk.writeAll(file, ByteBuffer.wrap(json));
      disk.ownerOnly(part, "r--------");
      disk.force(file);
    }
    disk.settle(part, target);
  }
}
