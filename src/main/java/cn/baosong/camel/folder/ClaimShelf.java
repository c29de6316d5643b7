package cn.baosong.camel.folder;

import cn.baosong.core.call.Unit;
import cn.baosong.core.submission.Interval;
import cn.baosong.core.submission.Receipt;
import cn.baosong.core.submission.TimeEvidence;
import cn.baosong.core.submission.TrustClass;
import cn.baosong.desk.Drill;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.springframework.util.FileSystemUtils;

/**
 * The claimed entries under {@code inbox/.claimed/}: {@code <id>.data} is the entry as it came,
 * beside its note ({@link ClaimNotes}).
 */
public final class ClaimShelf {
  static final String FOLDER = ".claimed";

  private static final Duration RETRY = Duration.ofSeconds(30);

  private final ClaimNotes notes;
  private final UnaryOperator<Instant> officeTime;
  private final Clock machineClock;
  private final Drill drill;
  private final LetGo letGo;
  private final ShareClock shareClock;
  private final Map<Path, Instant> retried = new ConcurrentHashMap<>();

  /**
   * @param officeTime shifts an observed instant by the office clock's offset (decisions.md 16)
   * @param machineClock real time, never shifted
   */
  public ClaimShelf(ObjectMapper json, UnaryOperator<Instant> officeTime, Clock machineClock) {
    this(json, officeTime, machineClock, Drill.NONE);
  }

  /** As above, with every step told to a drill. */
  public ClaimShelf(
      ObjectMapper json, UnaryOperator<Instant> officeTime, Clock machineClock, Drill drill) {
    this.notes = new ClaimNotes(json);
    this.officeTime = officeTime;
    this.machineClock = machineClock;
    this.drill = drill;
    this.letGo = new LetGo(json);
    this.shareClock = new ShareClock(machineClock);
  }

  /**
   * Takes an entry under a name of our own. A name that bears a mark of state secrecy is written
   * nowhere.
   */
  void claim(Path inbox, Path entry, Optional<Unit> unit, Sighting sighting) throws IOException {
    Path shelf = Files.createDirectories(inbox.resolve(FOLDER));
    Duration skew = shareClock.measure(shelf);
    Snapshot snapshot = sighting.snapshot().orElseThrow();
    boolean withheld = RawNames.shown(entry).equals(Receipt.NAME_WITHHELD);
    String id = newId(sighting);
    Claim claim =
        new Claim(
            id,
            RawNames.shown(entry),
            withheld ? "" : HexFormat.of().formatHex(RawNames.bytes(entry)),
            unit.map(u -> u.code().value()),
            Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS),
            new ArrivalTime(sighting, snapshot, officeTime).on(entry, skew),
            snapshot.skipped());
    take(shelf, claim, entry);
  }

  /** How far the folder's clock is ahead of ours, by the last claim. */
  Duration skew(Path inbox) {
    return shareClock.known(inbox.resolve(FOLDER));
  }

  private void take(Path shelf, Claim claim, Path from) throws IOException {
    Path data = shelf.resolve(claim.id() + ".data");
    notes.write(shelf, claim);
    try {
      drill.reach("claim/note/after");
      Files.move(from, data, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException | RuntimeException locked) {
      // A share may have moved it and answer with a failure all the same: then the note is needed.
      if (Files.notExists(data, LinkOption.NOFOLLOW_LINKS)) {
        notes.withdraw(shelf, claim);
      }
      throw locked;
    }
    drill.reach("claim/take/after");
    notes.publish(shelf, claim.id());
    drill.reach("claim/publish/after");
  }

  private static String newId(Sighting sighting) {
    return String.format(Locale.ROOT, "%013d", sighting.firstSeen().toEpochMilli())
        + "-"
        + UUID.randomUUID().toString().substring(0, 8);
  }

  /** Where a claim lies that was written on after it had been read. */
  Path changed(Path inbox, Claim claim) {
    return LetGo.data(inbox.resolve(FOLDER).resolve(LetGo.FOLDER), claim);
  }

  /** The same entry as it has become: a delivery of its own, with a time of its own. */
  void claimAgain(Path inbox, Claim before, Sighting sighting) throws IOException {
    Path shelf = inbox.resolve(FOLDER);
    Instant earliest = before.received().interval().latest();
    Instant latest = officeTime.apply(sighting.unchangedSince());
    Claim again =
        new Claim(
            newId(sighting),
            before.name(),
            before.rawName(),
            before.folderUnit(),
            before.tree(),
            TimeEvidence.of(
                new Interval(earliest.isAfter(latest) ? latest : earliest, latest),
                "收件夹巡检（取件后仍有写入，另作一次报送）",
                TrustClass.B),
            before.skipped());
    take(shelf, again, changed(inbox, before));
    letGo.forget(shelf, before);
  }

  /** Deletes what was let go so long ago and has not changed since; tells what has. */
  List<Claim> sweep(Path inbox, Duration after, Instant now, Runnable step) throws IOException {
    return letGo.sweep(inbox.resolve(FOLDER), after, now, step);
  }

  /** Finishes claims that a crash interrupted. */
  void finishHalfMade(Path inbox) throws IOException {
    notes.finish(Files.createDirectories(inbox.resolve(FOLDER)));
  }

  /** Puts claims back that could not be received, every half minute by our own clock. */
  void retryFailed(Path inbox, Instant now) throws IOException {
    Instant last = retried.computeIfAbsent(inbox, i -> now);
    if (Duration.between(last, now).compareTo(RETRY) >= 0) {
      retried.put(inbox, now);
      notes.retry(inbox.resolve(FOLDER));
    }
  }

  /** Claims that are not let go yet, those that failed among them. */
  List<Claim> held(Path inbox) throws IOException {
    return notes.held(inbox.resolve(FOLDER));
  }

  /** What a claim looks like before it is read, to be told apart from what it may grow into. */
  String print(Path shelf, Claim claim) throws IOException {
    return Snapshot.of(shelf.resolve(claim.id() + ".data")).fingerprint();
  }

  /** The bytes of a claim: the file's, or a tar of the folder made while it is read. */
  public InputStream open(Path shelf, Claim claim) throws IOException {
    Path data = shelf.resolve(claim.id() + ".data");
    if (claim.tree()) {
      return new TreeTar(data, Snapshot.filesOf(data)).stream();
    }
    if (!Files.isRegularFile(data, LinkOption.NOFOLLOW_LINKS)) {
      // Opening a pipe would wait for ever.
      throw new IOException(claim.id() + " is no regular file any more");
    }
    return Files.newInputStream(data, LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * Lets go of a claim whose bytes are durable; what is gone already is no fault. It leaves the
   * shelf at once and whole, so that a crash never leaves half a folder that looks like a claim.
   *
   * @param print of what was read
   */
  void release(Path shelf, Claim claim, String print) throws IOException {
    try {
      letGo.put(shelf, claim, print, machineClock.instant());
    } catch (IOException full) {
      delete(shelf, claim, print, full);
    }
    drill.reach("claim/let-go/after");
  }

  /** On a full disk there is no room for keeping anything a while. */
  private static void delete(Path shelf, Claim claim, String print, IOException full)
      throws IOException {
    Path data = shelf.resolve(claim.id() + ".data");
    if (!Files.exists(data, LinkOption.NOFOLLOW_LINKS)
        || !print.equals(Snapshot.of(data).fingerprint())) {
      throw full;
    }
    Path gone = shelf.resolve(claim.id() + ClaimNotes.GONE);
    Files.move(data, gone, StandardCopyOption.ATOMIC_MOVE);
    FileSystemUtils.deleteRecursively(gone);
  }

  /**
   * Lets go of a claim that a crash left behind after it was registered; it was not read by us.
   *
   * @param bytes that were archived of it
   */
  void releaseKnown(Path shelf, Claim claim, long bytes) throws IOException {
    Path data = shelf.resolve(claim.id() + ".data");
    if (Files.exists(data, LinkOption.NOFOLLOW_LINKS)) {
      Snapshot now = Snapshot.of(data);
      release(shelf, claim, claim.tree() || now.bytes() == bytes ? now.fingerprint() : "");
    }
  }
}
