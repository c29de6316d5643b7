package cn.baosong.camel.folder;

import cn.baosong.core.call.Unit;
import cn.baosong.core.submission.Interval;
import cn.baosong.core.submission.TimeEvidence;
import cn.baosong.core.submission.TrustClass;
import cn.baosong.desk.Drill;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.util.FileSystemUtils;

/**
 * The claimed entries under {@code inbox/.claimed/}: {@code <id>.data} is the entry as it came,
 * {@code <id>.json} what was known of it. The sidecar is written first under another name, so that
 * a crash at any step leaves either the entry in the inbox or a claim that can be finished.
 */
public final class ClaimShelf {
  static final String FOLDER = ".claimed";

  /** Where camel-file puts the sidecar of a claim that could not be received. */
  private static final String FAILED = ".failed";

  private static final int RETRY_SECONDS = 30;
  private static final Set<String> LOCAL =
      Set.of(
          "ext2", "ext3", "ext4", "xfs", "btrfs", "zfs", "tmpfs", "overlay", "f2fs", "apfs",
          "ntfs");

  private final ObjectMapper json;
  private final UnaryOperator<Instant> officeTime;
  private final Drill drill;

  /**
   * @param officeTime shifts an observed instant by the office clock's offset (decisions.md 16)
   */
  public ClaimShelf(ObjectMapper json, UnaryOperator<Instant> officeTime) {
    this(json, officeTime, Drill.NONE);
  }

  /** As above, with every step told to a drill. */
  public ClaimShelf(ObjectMapper json, UnaryOperator<Instant> officeTime, Drill drill) {
    this.json = json;
    this.officeTime = officeTime;
    this.drill = drill;
  }

  void claim(Path inbox, Path entry, Optional<Unit> unit, Sighting sighting) throws IOException {
    Path shelf = Files.createDirectories(inbox.resolve(FOLDER));
    String id =
        String.format(Locale.ROOT, "%013d", sighting.firstSeen().toEpochMilli())
            + "-"
            + UUID.randomUUID().toString().substring(0, 8);
    Claim claim =
        new Claim(
            id,
            RawNames.decoded(entry),
            HexFormat.of().formatHex(RawNames.bytes(entry)),
            unit.map(u -> u.code().value()),
            Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS),
            evidence(entry, sighting),
            sighting.snapshot().skipped());
    note(shelf.resolve(id + ".making"), claim);
    drill.reach("claim/note/after");
    Files.move(entry, shelf.resolve(id + ".data"), StandardCopyOption.ATOMIC_MOVE);
    drill.reach("claim/take/after");
    publish(shelf, id);
    drill.reach("claim/publish/after");
  }

  /** What is known of an entry stays before the entry gives up its name, which tells it too. */
  private void note(Path making, Claim claim) throws IOException {
    try (FileChannel file =
        FileChannel.open(making, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer left = ByteBuffer.wrap(json.writeValueAsBytes(claim));
      while (left.hasRemaining()) {
        file.write(left);
      }
      file.force(true);
    }
  }

  /** Finishes claims that a crash interrupted. */
  void finishHalfMade(Path inbox) throws IOException {
    Path shelf = Files.createDirectories(inbox.resolve(FOLDER));
    try (DirectoryStream<Path> making = Files.newDirectoryStream(shelf, "*.making")) {
      for (Path sidecar : making) {
        String id = stem(sidecar);
        if (Files.exists(shelf.resolve(id + ".data"), LinkOption.NOFOLLOW_LINKS)) {
          publish(shelf, id);
        } else {
          Files.delete(sidecar);
        }
      }
    }
  }

  /**
   * Puts claims back that could not be received, {@value #RETRY_SECONDS} seconds after they failed.
   */
  void retryFailed(Path inbox, Instant now) throws IOException {
    Path shelf = inbox.resolve(FOLDER);
    for (Path sidecar : sidecars(shelf.resolve(FAILED))) {
      FileTime failed =
          (FileTime) Files.getAttribute(sidecar, "unix:ctime", LinkOption.NOFOLLOW_LINKS);
      if (Duration.between(failed.toInstant(), now).getSeconds() >= RETRY_SECONDS) {
        Files.move(sidecar, shelf.resolve(stem(sidecar) + ".json"), StandardCopyOption.ATOMIC_MOVE);
      }
    }
  }

  /** Claims that are not let go yet, those that failed among them. */
  List<Claim> held(Path inbox) throws IOException {
    Path shelf = inbox.resolve(FOLDER);
    List<Claim> held = new ArrayList<>();
    for (Path folder : List.of(shelf, shelf.resolve(FAILED))) {
      for (Path sidecar : sidecars(folder)) {
        held.add(json.readValue(sidecar.toFile(), Claim.class));
      }
    }
    return held;
  }

  private static List<Path> sidecars(Path folder) throws IOException {
    List<Path> sidecars = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.json")) {
        found.forEach(sidecars::add);
      }
    }
    return sidecars;
  }

  /** The bytes of a claim: the file's, or a tar of the folder made while it is read. */
  public InputStream open(Path shelf, Claim claim) throws IOException {
    Path data = shelf.resolve(claim.id() + ".data");
    return claim.tree()
        ? new TreeTar(data, Snapshot.of(data).files()).stream()
        : Files.newInputStream(data, LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * Lets go of a claim whose bytes are durable; what is gone already is no fault. It loses its name
   * at once and whole, so that a crash never leaves half a folder that looks like a claim.
   */
  public void release(Path shelf, Claim claim) throws IOException {
    Path data = shelf.resolve(claim.id() + ".data");
    Path gone = shelf.resolve(claim.id() + ".gone");
    if (Files.exists(data, LinkOption.NOFOLLOW_LINKS)) {
      Files.move(data, gone, StandardCopyOption.ATOMIC_MOVE);
      drill.reach("claim/let-go/after");
    }
    FileSystemUtils.deleteRecursively(gone);
  }

  private TimeEvidence evidence(Path entry, Sighting sighting) throws IOException {
    Instant changed = sighting.snapshot().changed();
    Instant latest = changed.isBefore(sighting.firstSeen()) ? changed : sighting.firstSeen();
    Instant born = sighting.snapshot().born();
    Instant earliest = sighting.previousLook().filter(look -> look.isAfter(born)).orElse(born);
    Interval interval =
        new Interval(
            officeTime.apply(earliest.isAfter(latest) ? latest : earliest),
            officeTime.apply(latest));
    boolean local = LOCAL.contains(Files.getFileStore(entry).type().toLowerCase(Locale.ROOT));
    return TimeEvidence.of(
        interval,
        local ? "收件夹巡检与文件系统变更时间（ctime）" : "收件夹巡检（网络文件夹）",
        local ? TrustClass.A : TrustClass.B);
  }

  private static void publish(Path shelf, String id) throws IOException {
    Files.move(
        shelf.resolve(id + ".making"), shelf.resolve(id + ".json"), StandardCopyOption.ATOMIC_MOVE);
  }

  private static String stem(Path sidecar) {
    String name = RawNames.decoded(sidecar);
    return name.substring(0, name.lastIndexOf('.'));
  }
}
