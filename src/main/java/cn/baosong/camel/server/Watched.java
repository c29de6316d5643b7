package cn.baosong.camel.server;

import cn.baosong.camel.folder.EntryNames;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of one version of a file between two looks.
 *
 * @param listed its time as the listing prints it
 * @param looks how many have shown this version
 * @param whole whether something told that it is whole, beside its rest
 * @param tries how often it could not be registered
 * @param reason why it could not
 */
record Watched(
    ServerFile file,
    Optional<Instant> listed,
    int looks,
    boolean whole,
    boolean registered,
    int tries,
    Instant notBefore,
    String reason) {
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(30);

  static Watched first(ServerFile file, Optional<Instant> listed, boolean whole) {
    return new Watched(file, listed, 1, whole, false, 0, Instant.MIN, "");
  }

  boolean isSame(Entry entry) {
    return file.size() == entry.size() && listed.equals(entry.modified());
  }

  Watched again() {
    return new Watched(file, listed, looks + 1, whole, registered, tries, notBefore, reason);
  }

  Watched asRegistered() {
    return new Watched(file, listed, looks, whole, true, 0, Instant.MIN, "");
  }

  Watched failed(Instant now, String why) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(tries, 10));
    Duration bounded = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    return new Watched(file, listed, looks, whole, registered, tries + 1, now.plus(bounded), why);
  }

  Watched retried() {
    return new Watched(file, listed, looks, whole, registered, 0, Instant.MIN, reason);
  }

  boolean isUnfinished() {
    return EntryNames.isUnfinished(file.name());
  }

  /** How long this version has lain there. */
  Duration age(Instant now) {
    return Duration.between(file.seen(), now);
  }
}
