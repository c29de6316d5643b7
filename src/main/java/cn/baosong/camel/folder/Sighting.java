package cn.baosong.camel.folder;

import java.time.Instant;
import java.util.Optional;

/**
 * What was seen of an entry so far, in machine time.
 *
 * @param previousLook the last look at the folder that did not see it
 * @param firstSeen the first that did
 * @param unchangedSince the look from which on it has not changed
 */
record Sighting(
    Optional<Instant> previousLook, Instant firstSeen, Instant unchangedSince, Snapshot snapshot) {

  Sighting again(Snapshot now, Instant look) {
    boolean same = now.fingerprint().equals(snapshot.fingerprint());
    return new Sighting(previousLook, firstSeen, same ? unchangedSince : look, now);
  }
}
