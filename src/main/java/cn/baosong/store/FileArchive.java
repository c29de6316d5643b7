package cn.baosong.store;

import cn.baosong.core.submission.Digest;
import cn.baosong.core.submission.Receipt;
import cn.baosong.desk.Archive;
import cn.baosong.desk.Drill;
import cn.baosong.desk.Sealing;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The archive below {@code baosong.home/archive}: bytes as {@code ab/<digest>}, beside them the
 * evidence of each arrival as {@code <digest>.<receipt id>.json}. A file has its name only once it
 * is whole and forced; the names of bytes and evidence are forced together. A crash leaves at most
 * something in {@code tmp}, or bytes without evidence whose source still has its copy.
 */
public final class FileArchive implements Archive {
  private static final int BUFFER = 1 << 16;
  private static final Pattern RECEIPT_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,63}");

  private final Path root;
  private final Path temporary;
  private final Docs docs;
  private final Disk disk;
  private final Seals seals;

  /**
   * Clears what a crash left unfinished, and completes every sealing that it cut short.
   *
   * @param home {@code baosong.home}
   * @throws IOException when the folders cannot be made or written
   */
  public FileArchive(Path home, ObjectMapper mapper) throws IOException {
    this(home, mapper, Drill.NONE);
  }

  /**
   * As above, with every write told to a drill.
   *
   * @throws IOException when the folders cannot be made or written
   */
  public FileArchive(Path home, ObjectMapper mapper, Drill drill) throws IOException {
    this(home, mapper, Disk.under(drill, "archive"));
  }

  FileArchive(Path home, ObjectMapper mapper, Disk disk) throws IOException {
    this(home, new Docs(mapper), disk);
    disk.directories(root, temporary);
    try (DirectoryStream<Path> left = Files.newDirectoryStream(temporary, "*.part")) {
      for (Path file : left) {
        Files.deleteIfExists(file);
      }
    }
    for (Sealing sealing : seals.all()) {
      disk.directories(root, Disk.directoryOf(original(sealing.digest())));
      seals.finish(sealing, original(sealing.digest()));
    }
  }

  private FileArchive(Path home, Docs docs, Disk disk) {
    this.root = home.toAbsolutePath().resolve("archive");
    this.temporary = root.resolve("tmp");
    this.docs = docs;
    this.disk = disk;
    this.seals = new Seals(home, docs, disk);
  }

  /** The archive as another process may be using it: nothing is made and nothing cleared. */
  public static FileArchive inUse(Path home, ObjectMapper mapper) {
    return new FileArchive(home, new Docs(mapper), new Disk());
  }

  @Override
  public Stored keep(InputStream bytes) throws IOException {
    Path part = part();
    try {
      Stored stored = write(bytes, part);
      Path target = original(stored.digest());
      disk.directories(root, Disk.directoryOf(target));
      if (seals.find(stored.digest()).isPresent()) {
        seals.keep(stored.digest(), part);
      } else if (!Files.exists(target) || Files.size(target) != stored.bytes()) {
        disk.name(part, target);
      }
      return stored;
    } finally {
      Files.deleteIfExists(part);
    }
  }

  @Override
  public void keepEvidence(Receipt receipt) throws IOException {
    Path sidecar = evidence(receipt);
    disk.directories(root, Disk.directoryOf(sidecar));
    if (Files.exists(sidecar)) {
      disk.forceNames(Disk.directoryOf(sidecar));
      return;
    }
    Path part = part();
    try {
      byte[] json = (docs.write(receipt) + "\n").getBytes(StandardCharsets.UTF_8);
      write(new ByteArrayInputStream(json), part);
      disk.settle(part, sidecar);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  @Override
  public Path original(Digest digest) {
    String hex = digest.hex();
    return root.resolve(hex.substring(0, 2)).resolve(hex);
  }

  @Override
  public void seal(Sealing sealing) throws IOException {
    Path original = original(sealing.digest());
    disk.directories(root, Disk.directoryOf(original));
    seals.seal(sealing, original);
  }

  @Override
  public Optional<Sealing> sealing(Digest digest) throws IOException {
    return seals.find(digest);
  }

  @Override
  public List<Sealing> sealed() throws IOException {
    return seals.held();
  }

  /** Sealed bytes, while their holder has not taken them away. */
  Path sealedBytes(Digest digest) {
    return seals.bytes(digest);
  }

  /** The sidecar with the evidence of an arrival. */
  Path evidence(Receipt receipt) {
    if (!RECEIPT_ID.matcher(receipt.id()).matches()) {
      throw new IllegalArgumentException("a receipt id names a file: letters, digits, hyphens");
    }
    String name = receipt.digest() + "." + receipt.id() + ".json";
    return original(receipt.digest()).resolveSibling(name);
  }

  private Path part() {
    return temporary.resolve(UUID.randomUUID() + ".part");
  }

  private Stored write(InputStream bytes, Path part) throws IOException {
    MessageDigest sha = Columns.sha256();
    long length = 0;
    try (FileChannel file =
        FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      byte[] buffer = new byte[BUFFER];
      for (int n = bytes.read(buffer); n >= 0; n = bytes.read(buffer)) {
        sha.update(buffer, 0, n);
        disk.writeAll(file, ByteBuffer.wrap(buffer, 0, n));
        length += n;
      }
      disk.readOnly(part);
      disk.force(file);
    }
    return new Stored(new Digest(HexFormat.of().formatHex(sha.digest())), length);
  }
}
