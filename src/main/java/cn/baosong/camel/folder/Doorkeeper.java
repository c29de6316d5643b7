package cn.baosong.camel.folder;

import cn.baosong.core.call.Unit;
import cn.baosong.desk.Reconciliation;
import cn.baosong.desk.Units;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stands at a watched folder and claims what has come to rest, file or whole folder, under a name
 * of our own, with what was observed of its arrival. Works on the bytes of names, so that no locale
 * and no charset can hide an entry.
 */
public final class Doorkeeper {
  private static final Logger LOG = LoggerFactory.getLogger(Doorkeeper.class);

  private final Units units;
  private final ClaimShelf claims;
  private final LookTimes looks;
  private final Clock machineClock;
  private final Duration quiet;
  private final Duration patience;
  private final Map<Path, Sighting> sightings = new HashMap<>();
  private final Set<Object> unfinished = new HashSet<>();
  private final Map<Path, Reconciliation.Item> complained = new HashMap<>();
  private final Map<Path, Instant> lastLooks = new HashMap<>();
  private final Map<Path, String> lastFailures = new HashMap<>();

  /**
   * @param machineClock real time, never shifted; observed times are shifted when a claim is
   *     written
   * @param quiet how long an entry must not have changed
   * @param patience how long a zip without its end is waited for
   */
  public Doorkeeper(
      Units units,
      ClaimShelf claims,
      LookTimes looks,
      Clock machineClock,
      Duration quiet,
      Duration patience) {
    this.units = units;
    this.claims = claims;
    this.looks = looks;
    this.machineClock = machineClock;
    this.quiet = quiet;
    this.patience = patience;
  }

  /**
   * One look at a folder: claims every entry that is still. Entries that fail are looked at again
   * next time.
   */
  public synchronized void claimStill(String inbox) throws IOException {
    Path folder = Path.of(inbox).toAbsolutePath().normalize();
    try {
      look(folder, machineClock.instant());
      lastFailures.remove(folder);
    } catch (IOException failure) {
      lastFailures.put(folder, "收件夹读不出：" + failure.getMessage());
      throw failure;
    }
  }

  private void look(Path folder, Instant look) throws IOException {
    claims.finishHalfMade(folder);
    claims.retryFailed(folder, look);
    Set<Path> present = new HashSet<>();
    Look now = new Look(folder, look, looks.previous(folder), present);
    for (Path child : children(folder)) {
      Optional<Unit> unit = unitOf(child);
      if (unit.isPresent()) {
        for (Path entry : children(child)) {
          regard(entry, unit, now);
        }
      } else {
        regard(child, Optional.empty(), now);
      }
    }
    sightings.keySet().removeIf(entry -> isGone(entry, folder, present));
    complained.keySet().removeIf(entry -> isGone(entry, folder, present));
    looks.record(folder, look);
    lastLooks.put(folder, look);
  }

  /** Each look speaks of its own folder only: another one may be watched by another route. */
  private static boolean isGone(Path entry, Path folder, Set<Path> present) {
    return entry.startsWith(folder) && !present.contains(entry);
  }

  /**
   * Entries that are there and not yet claimed: growing, waited for, or left alone, each with the
   * reason.
   */
  public synchronized List<Reconciliation.Item> waiting() {
    List<Reconciliation.Item> waiting = new ArrayList<>(complained.values());
    sightings.forEach(
        (entry, sighting) ->
            waiting.add(
                new Reconciliation.Item(
                    RawNames.decoded(entry), "仍在写入，等它不再变化", Optional.of(sighting.firstSeen()))));
    return waiting;
  }

  /**
   * The last look that saw a whole folder, in real time; of several folders the one longest ago.
   */
  public synchronized Optional<Instant> lastLook() {
    return lastLooks.values().stream().min(Comparator.naturalOrder());
  }

  /** Why the last look into a folder failed; empty after one that did not. */
  public synchronized Optional<String> lastFailure() {
    return lastFailures.values().stream().findFirst();
  }

  private void regard(Path entry, Optional<Unit> unit, Look look) {
    String name = RawNames.decoded(entry);
    if (EntryNames.isJunk(name) || (unit.isEmpty() && name.equals(EntryNames.PAPER))) {
      return;
    }
    look.present().add(entry);
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (!attributes.isRegularFile() && !attributes.isDirectory()) {
        complain(entry, look.at(), "是链接或特殊文件，未取件，请换成普通文件");
      } else if (EntryNames.isUnfinished(name)) {
        unfinished.add(key(attributes, entry));
      } else if (isStill(entry, look, unfinished.contains(key(attributes, entry)))) {
        claims.claim(look.inbox(), entry, unit, sighted(entry));
        unfinished.remove(key(attributes, entry));
        sightings.remove(entry);
      }
    } catch (NoSuchFileException gone) {
      sightings.remove(entry);
    } catch (IOException | RuntimeException failure) {
      complain(entry, look.at(), "暂时取不走（" + failure.getMessage() + "），将继续重试");
    }
  }

  private boolean isStill(Path entry, Look look, boolean renamed) throws IOException {
    Snapshot snapshot = Snapshot.of(entry);
    Sighting before = sightings.get(entry);
    Sighting now =
        before == null
            ? new Sighting(look.previous(), look.at(), look.at(), snapshot)
            : before.again(snapshot, look.at());
    sightings.put(entry, now);
    if (renamed) {
      return true;
    }
    Duration rest = Duration.between(now.unchangedSince(), look.at());
    if (rest.compareTo(quiet) < 0) {
      return false;
    }
    return rest.compareTo(patience) >= 0
        || !Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)
        || !ArchiveEnd.isMissing(entry);
  }

  private Sighting sighted(Path entry) {
    return Optional.ofNullable(sightings.get(entry)).orElseThrow();
  }

  private Optional<Unit> unitOf(Path child) {
    return Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)
        ? units.match(RawNames.decoded(child))
        : Optional.empty();
  }

  private void complain(Path entry, Instant at, String why) {
    String name = RawNames.decoded(entry);
    if (complained.put(entry, new Reconciliation.Item(name, why, Optional.of(at))) == null) {
      LOG.warn("inbox entry {} {}", name, why);
    }
  }

  private static Object key(BasicFileAttributes attributes, Path entry) {
    Object key = attributes.fileKey();
    return key == null ? entry : key;
  }

  private static List<Path> children(Path folder) throws IOException {
    List<Path> children = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      entries.forEach(children::add);
    }
    return children;
  }

  /** One look at one inbox, and when it was last looked at before. */
  private record Look(Path inbox, Instant at, Optional<Instant> previous, Set<Path> present) {}
}
