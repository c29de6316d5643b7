package cn.baosong.camel.folder;

import cn.baosong.core.call.Unit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is done with each entry that lies in a folder: left alone, waited for, or claimed. */
final class EntryWatch {
  private final Path folder;
  private final ClaimShelf claims;
  private final Sightings sightings;
  private final Troubles troubles;
  private final Uploads uploads;
  private final Clock clock;
  private final Runnable step;

  EntryWatch(
      Path folder,
      ClaimShelf claims,
      Sightings sightings,
      Troubles troubles,
      Clock clock,
      FolderPatience patience,
      Runnable step) {
    this.folder = folder;
    this.claims = claims;
    this.sightings = sightings;
    this.troubles = troubles;
    this.uploads = new Uploads(patience);
    this.clock = clock;
    this.step = step;
  }

  /**
   * @param previous the last look that did not see it, had it been there
   */
  void regard(Path entry, Optional<Unit> unit, Optional<Instant> previous, Look look) {
    if (!sightings.hasRoomFor(entry)) {
      look.passedOver();
      return;
    }
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      look.saw(entry);
      if (!attributes.isRegularFile() && !attributes.isDirectory()) {
        troubles.tell(entry, "是链接或特殊文件，未取件，请换成普通文件", look.begun());
      } else if (EntryNames.isUnfinished(RawNames.decoded(entry))) {
        Snapshot snapshot = Snapshot.of(entry, step);
        uploads.regard(entry, attributes, snapshot, clock.instant()).ifPresent(look::waits);
      } else {
        sightings.first(entry, previous, clock.instant());
        if (!look.isFull() && troubles.isDue(entry, look.begun())) {
          takeWhenStill(entry, unit, attributes, look);
        }
      }
    } catch (NoSuchFileException gone) {
      sightings.forget(entry);
    } catch (IOException | RuntimeException failure) {
      look.saw(entry);
      troubles.tell(entry, Troubles.reason(failure), look.begun());
    }
  }

  void endLook() {
    uploads.endLook();
  }

  private void takeWhenStill(
      Path entry, Optional<Unit> unit, BasicFileAttributes attributes, Look look)
      throws IOException {
    Instant now = clock.instant();
    Snapshot snapshot = Snapshot.of(entry, step);
    Sighting sighting = sightings.again(entry, snapshot, now);
    if (snapshot.excess().isPresent()) {
      troubles.tell(entry, snapshot.excess().get() + "，未取件，请分成几份或压缩后再放", look.begun());
      return;
    }
    if (uploads.lostItsSuffix(entry, attributes)
        || sightings.isStill(entry, attributes.isDirectory(), sighting, now)) {
      take(entry, unit, attributes.isDirectory(), sighting);
      look.claimed();
      sightings.forget(entry);
      troubles.leftOut(entry, snapshot.skipped(), now);
    }
    troubles.over(entry);
  }

  private void take(Path entry, Optional<Unit> unit, boolean tree, Sighting sighting)
      throws IOException {
    List<Path> packages = tree ? SubPackages.in(entry) : List.of();
    if (packages.isEmpty()) {
      claims.claim(folder, entry, unit, sighting);
      return;
    }
    for (Path each : packages) {
      claims.claim(folder, each, unit, sighting.again(Snapshot.of(each, step), clock.instant()));
    }
    EntryNames.dropIfOnlyJunkIsLeft(entry);
  }
}
