package cn.baosong.camel.server;

import cn.baosong.camel.folder.EntryNames;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of one version of a file between two looks.
 *
 * @param listed its time as the listing prints it
 * @param looks how many have shown this version; none when it was another one by the time it was
 *     fetched
 * @param whole whether something told that it is whole, beside its rest
 * @param tries how often it could not be registered
 * @param reason why it could not
 * @param exact what is known of its time beyond the listing
 */
record Watched(
    ServerFile file,
    Optional<Instant> listed,
    int looks,
    boolean whole,
    boolean registered,
    int tries,
    Instant notBefore,
    String reason,
    Exact exact) {
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(30);

  /** A listing that tells minutes shows two versions of one minute alike. */
  private static final Duration ALIKE = Duration.ofMinutes(2);

  /**
   * The exact time that the server told of it.
   *
   * @param asked the beginning of the look that asked last
   * @param certain whether a later version would be listed otherwise
   */
  record Exact(Instant asked, boolean certain) {}

  static Watched first(ServerFile file, Optional<Instant> listed, boolean whole, Instant asked) {
    return new Watched(file, listed, 1, whole, false, 0, Instant.MIN, "", new Exact(asked, false));
  }

  boolean isSame(Entry entry) {
    return looks > 0 && file.size() == entry.size() && listed.equals(entry.modified());
  }

  /** Whether the server is to be asked once more: the minute that it lists is over. */
  boolean isToBeAsked(Instant now) {
    return !exact.certain() && file.volumes().isEmpty() && age(now).compareTo(ALIKE) > 0;
  }

  /** The next look that shows it; what was found to be another version stays so. */
  Watched again() {
    return looks == 0
        ? this
        : new Watched(file, listed, looks + 1, whole, registered, tries, notBefore, reason, exact);
  }

  Watched certain(Instant asked) {
    Exact now = new Exact(asked, true);
    return new Watched(file, listed, looks, whole, registered, tries, notBefore, reason, now);
  }

  /** It was another version when it was fetched, whatever the listing shows. */
  Watched outdated() {
    return new Watched(file, listed, 0, whole, registered, tries, notBefore, reason, exact);
  }

  boolean isOutdated() {
    return looks == 0;
  }

  Watched asRegistered() {
    return new Watched(file, listed, looks, whole, true, 0, Instant.MIN, "", exact);
  }

  Watched failed(Instant now, String why) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(tries, 10));
    Duration bounded = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    return new Watched(
        file, listed, looks, whole, registered, tries + 1, now.plus(bounded), why, exact);
  }

  Watched retried() {
    return new Watched(file, listed, looks, whole, registered, 0, Instant.MIN, reason, exact);
  }

  boolean isUnfinished() {
    return EntryNames.isUnfinished(file.name());
  }

  /** How long this version has lain there. */
  Duration age(Instant now) {
    return Duration.between(file.seen(), now);
  }
}
