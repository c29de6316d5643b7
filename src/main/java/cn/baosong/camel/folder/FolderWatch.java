package cn.baosong.camel.folder;

import cn.baosong.core.call.Unit;
import cn.baosong.desk.Units;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * The memory of one watched folder, and one look at it. Only its own thread works here; others read
 * the {@link FolderState} that each look leaves behind.
 */
final class FolderWatch {
  private final Path folder;
  private final Units units;
  private final ClaimShelf claims;
  private final LookTimes looks;
  private final Clock clock;
  private final FolderPatience patience;
  private final BiPredicate<Path, String> ours;
  private final Runnable step;
  private final Sightings sightings;
  private final Troubles troubles = new Troubles();
  private final EntryWatch entries;
  private final Regrowth regrowth;
  private Optional<Instant> lastLook;
  private Optional<Instant> lastSweep = Optional.empty();

  /**
   * @param clock real time
   * @param ours takes away what the office laid there for itself
   * @param step is run with each thing looked at: a sign of life
   */
  FolderWatch(
      Path folder,
      Units units,
      ClaimShelf claims,
      LookTimes looks,
      Clock clock,
      FolderPatience patience,
      BiPredicate<Path, String> ours,
      Runnable step) {
    this.folder = folder;
    this.units = units;
    this.claims = claims;
    this.looks = looks;
    this.clock = clock;
    this.patience = patience;
    this.ours = ours;
    this.step = step;
    this.sightings = new Sightings(patience);
    this.entries = new EntryWatch(folder, claims, sightings, troubles, clock, patience, step);
    this.regrowth = new Regrowth(folder, claims, patience, step);
    this.lastLook = looks.previous(folder);
  }

  FolderState look() throws IOException {
    claims.finishHalfMade(folder);
    claims.retryFailed(folder, clock.instant());
    int room = patience.mostClaimed() - claims.held(folder).size();
    Look look = new Look(clock.instant(), lastLook, room);
    try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
      for (Path child : children) {
        regard(child, look);
      }
    }
    regrowth.look(clock.instant(), look);
    sightings.keepOnly(look.present());
    troubles.keepOnly(look.present());
    entries.endLook();
    remember(look);
    return state(look);
  }

  /** Lets go of what was archived a while ago. */
  void sweep() throws IOException {
    Instant now = clock.instant();
    Duration pause = patience.letGo().dividedBy(4);
    if (lastSweep.filter(last -> now.isBefore(last.plus(pause))).isEmpty()) {
      regrowth.found(claims.sweep(folder, patience.letGo(), now, step));
      lastSweep = Optional.of(now);
    }
  }

  /** A unit's own folder is looked into; what one of them holds back holds up no other. */
  private void regard(Path child, Look look) {
    step.run();
    String name = RawNames.decoded(child);
    if (EntryNames.isJunk(name)) {
      look.ignored(name.equals(ClaimShelf.FOLDER) ? 0 : 1);
    } else if (!name.equals(EntryNames.PAPER) && !ours.test(child, name)) {
      Optional<Unit> unit =
          Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)
              ? units.match(name)
              : Optional.empty();
      if (unit.isPresent()) {
        lookInto(child, unit, look);
      } else {
        entries.regard(child, unit, look.previous(), look);
      }
    }
  }

  /** What came while a unit's folder could not be read came after the last time that it could. */
  private void lookInto(Path folderOfUnit, Optional<Unit> unit, Look look) {
    if (!troubles.isDue(folderOfUnit, look.begun())) {
      look.saw(folderOfUnit);
      return;
    }
    Optional<Instant> previous =
        sightings.of(folderOfUnit).map(Sighting::previousLook).orElse(look.previous());
    try (DirectoryStream<Path> children = Files.newDirectoryStream(folderOfUnit)) {
      for (Path entry : children) {
        step.run();
        if (EntryNames.isJunk(RawNames.decoded(entry))) {
          look.ignored(1);
        } else {
          entries.regard(entry, unit, previous, look);
        }
      }
      sightings.forget(folderOfUnit);
      troubles.over(folderOfUnit);
    } catch (IOException | RuntimeException failure) {
      look.saw(folderOfUnit);
      sightings.first(folderOfUnit, previous, clock.instant());
      troubles.tell(folderOfUnit, Troubles.reason(failure), look.begun());
    }
  }

  /**
   * A look that passed entries over has not seen that nothing else was there; and what still waits
   * would look newly arrived after a restart.
   */
  private void remember(Look look) throws IOException {
    if (look.isWhole()) {
      lastLook = Optional.of(look.begun());
      if (sightings.isEmpty() && regrowth.isEmpty()) {
        looks.record(folder, look.begun());
      }
    }
  }

  private FolderState state(Look look) throws IOException {
    troubles.items().forEach(look::waits);
    sightings.items(troubles, clock.instant()).forEach(look::waits);
    return new FolderState(
        Optional.of(look.begun()),
        Optional.empty(),
        look.waiting(),
        look.unnamed(),
        claims.held(folder),
        look.ignored(),
        claims.skew(folder));
  }
}
