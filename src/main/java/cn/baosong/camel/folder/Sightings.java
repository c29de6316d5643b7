package cn.baosong.camel.folder;

import cn.baosong.desk.Reconciliation;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The entries of a folder that are waited for; in a crowd some at a time. */
final class Sightings {
  private final FolderPatience patience;
  private final Map<Path, Sighting> sightings = new HashMap<>();

  Sightings(FolderPatience patience) {
    this.patience = patience;
  }

  boolean hasRoomFor(Path entry) {
    return sightings.size() < patience.mostWatched() || sightings.containsKey(entry);
  }

  Optional<Sighting> of(Path entry) {
    return Optional.ofNullable(sightings.get(entry));
  }

  void first(Path entry, Optional<Instant> previousLook, Instant seen) {
    sightings.putIfAbsent(entry, Sighting.first(previousLook, seen));
  }

  /** What is known of an entry that was seen before, now that it looks like this. */
  Sighting again(Path entry, Snapshot snapshot, Instant seen) {
    return sightings.computeIfPresent(entry, (e, before) -> before.again(snapshot, seen));
  }

  /**
   * A folder just made is about to be filled, and so is a file without a byte; an archive without
   * its end is a paused upload. For the last two there is an end of patience.
   */
  boolean isStill(Path entry, boolean tree, Sighting sighting, Instant now) throws IOException {
    Snapshot snapshot = sighting.snapshot().orElseThrow();
    Duration rest = sighting.rest(now);
    if (rest.compareTo(patience.quiet()) < 0) {
      return false;
    }
    if (tree) {
      return snapshot.files() > 0;
    }
    return rest.compareTo(patience.unended()) >= 0
        || (snapshot.bytes() > 0 && !ArchiveEnd.isMissing(entry));
  }

  void forget(Path entry) {
    sightings.remove(entry);
  }

  void keepOnly(Set<Path> present) {
    sightings.keySet().retainAll(present);
  }

  boolean isEmpty() {
    return sightings.isEmpty();
  }

  /** Those that no trouble tells of already. */
  Stream<Reconciliation.Item> items(Troubles troubles, Instant now) {
    return sightings.entrySet().stream()
        .filter(each -> troubles.isClear(each.getKey()))
        .map(
            each ->
                Reconciliation.Item.underway(
                    RawNames.shown(each.getKey()),
                    each.getValue().rest(now).compareTo(patience.quiet()) < 0
                        ? "仍在写入，等它不再变化"
                        : "不再变化，等候取件；空文件、空文件夹和没有结尾的压缩包要多等一会儿",
                    Optional.of(each.getValue().firstSeen())));
  }
}
