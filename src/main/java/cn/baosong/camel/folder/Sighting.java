package cn.baosong.camel.folder;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What was seen of an entry so far, in machine time. It begins with the first look that found the
 * name there, whether or not more could be learned then.
 *
 * @param previousLook the last look at the folder that did not see it
 * @param firstSeen the first that did
 * @param unchangedSince the look from which on it has not changed
 */
record Sighting(
    Optional<Instant> previousLook,
    Instant firstSeen,
    Instant unchangedSince,
    Optional<Snapshot> snapshot) {

  static Sighting first(Optional<Instant> previousLook, Instant look) {
    return new Sighting(previousLook, look, look, Optional.empty());
  }

  Duration rest(Instant now) {
    return Duration.between(unchangedSince, now);
  }

  Sighting again(Snapshot now, Instant look) {
    boolean same =
        snapshot.map(Snapshot::fingerprint).filter(now.fingerprint()::equals).isPresent();
    return new Sighting(previousLook, firstSeen, same ? unchangedSince : look, Optional.of(now));
  }
}
