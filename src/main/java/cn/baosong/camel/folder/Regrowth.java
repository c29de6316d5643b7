package cn.baosong.camel.folder;

import cn.baosong.desk.Reconciliation;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was written on after it had been read: nothing of it is deleted, and once it rests it is a
 * delivery of its own.
 */
final class Regrowth {
  private final Path folder;
  private final ClaimShelf claims;
  private final FolderPatience patience;
  private final Runnable step;
  private final Map<Claim, Optional<Sighting>> growing = new LinkedHashMap<>();

  Regrowth(Path folder, ClaimShelf claims, FolderPatience patience, Runnable step) {
    this.folder = folder;
    this.claims = claims;
    this.patience = patience;
    this.step = step;
  }

  /** All that have changed since they were read. */
  void found(List<Claim> changed) {
    growing.keySet().retainAll(changed);
    changed.forEach(claim -> growing.putIfAbsent(claim, Optional.empty()));
  }

  boolean isEmpty() {
    return growing.isEmpty();
  }

  void look(Instant now, Look look) {
    for (Claim claim : List.copyOf(growing.keySet())) {
      try {
        look(claim, now, look);
      } catch (NoSuchFileException gone) {
        growing.remove(claim);
      } catch (IOException | RuntimeException failure) {
        look.waits(
            new Reconciliation.Item(claim.name(), Troubles.reason(failure), Optional.of(now)));
      }
    }
  }

  private void look(Claim claim, Instant now, Look look) throws IOException {
    Snapshot snapshot = Snapshot.of(claims.changed(folder, claim), step);
    Sighting sighting =
        growing
            .getOrDefault(claim, Optional.empty())
            .orElseGet(() -> Sighting.first(Optional.empty(), now))
            .again(snapshot, now);
    growing.put(claim, Optional.of(sighting));
    if (sighting.rest(now).compareTo(patience.quiet()) >= 0) {
      claims.claimAgain(folder, claim, sighting);
      growing.remove(claim);
    } else {
      look.waits(
          new Reconciliation.Item(
              claim.name(), "取件后仍有写入，停下后另作一次报送", Optional.of(sighting.firstSeen())));
    }
  }
}
