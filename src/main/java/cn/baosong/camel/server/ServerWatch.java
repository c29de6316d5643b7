package cn.baosong.camel.server;

import cn.baosong.camel.folder.EntryNames;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The files of a folder as the looks showed them, and what of them is to be fetched. */
final class ServerWatch {
  /** The oldest first, so that nobody's package waits behind later ones. */
  private static final Comparator<ServerFile> ORDER =
      Comparator.comparing(ServerFile::seen)
          .thenComparing(file -> file.modified().orElse(Instant.MAX))
          .thenComparing(ServerFile::path);

  private final ServerPlace place;
  private final Function<Collection<String>, Set<String>> unknown;
  private final Set<String> taken = new HashSet<>();
  private Map<String, Watched> all = Map.of();
  private Optional<Instant> lastListing;

  /** Asks the server for the exact time of a file. */
  @FunctionalInterface
  interface Exactly {
    Optional<Instant> modified(String path, Entry entry) throws IOException;
  }

  /**
   * @param unknown keeps those keys that are not registered
   * @param lastListing that left nothing waiting
   */
  ServerWatch(
      ServerPlace place,
      Function<Collection<String>, Set<String>> unknown,
      Optional<Instant> lastListing) {
    this.place = place;
    this.unknown = unknown;
    this.lastListing = lastListing;
  }

  /** Takes over what a walk showed; one that was cut proves nothing of what it did not show. */
  void regard(ServerWalk.Walked walked, Exactly exactly, Instant asked, Instant now)
      throws IOException {
    List<ServerWalk.Found> found = walked.files();
    Map<String, Watched> before = snapshot();
    Map<String, Long> uploads = uploads(before, found);
    Map<String, Watched> next = new LinkedHashMap<>();
    List<String> fresh = new ArrayList<>();
    for (ServerWalk.Found each : found) {
      Watched known = before.get(each.path());
      if (known == null || !known.isSame(each.entry())) {
        Optional<Instant> without =
            known != null && known.isOutdated() ? Optional.of(known.exact().asked()) : before();
        next.put(each.path(), first(new Shown(each, without, asked, now), exactly, uploads));
        fresh.add(each.path());
      } else if (!known.isToBeAsked(now)) {
        next.put(each.path(), known.again());
      } else if (exactly.modified(each.path(), each.entry()).equals(known.file().modified())) {
        next.put(each.path(), known.again().certain(asked));
      } else {
        Optional<Instant> without = Optional.of(known.exact().asked());
        next.put(each.path(), first(new Shown(each, without, asked, now), exactly, uploads));
        fresh.add(each.path());
      }
    }
    markRegistered(next, fresh);
    enter(before, next, walked.cut() ? before() : Optional.of(asked));
  }

  /**
   * A version that a look shows first.
   *
   * @param without the last look that is known not to have shown it: while a listing tells minutes,
   *     the last that asked for its exact time
   */
  private record Shown(
      ServerWalk.Found found, Optional<Instant> without, Instant asked, Instant now) {}

  private synchronized Map<String, Watched> snapshot() {
    return new HashMap<>(all);
  }

  /** What was settled, failed or found changed during the walk is so after it. */
  private synchronized void enter(
      Map<String, Watched> before, Map<String, Watched> next, Optional<Instant> listing) {
    before.forEach(
        (path, known) -> {
          Watched meanwhile = all.get(path);
          Watched shown = next.get(path);
          if (!known.equals(meanwhile) && shown != null && shown.file().equals(known.file())) {
            next.compute(path, (p, one) -> meanwhile == null ? null : meanwhile.again());
          }
        });
    all = next;
    lastListing = listing;
  }

  private Watched first(Shown shown, Exactly exactly, Map<String, Long> uploads)
      throws IOException {
    Entry entry = shown.found().entry();
    List<ServerFile> volumes = new ArrayList<>();
    for (ServerWalk.Found volume : shown.found().volumes()) {
      volumes.add(file(volume, shown, exactly.modified(volume.path(), volume.entry()), List.of()));
    }
    Optional<Instant> modified =
        volumes.isEmpty()
            ? exactly.modified(shown.found().path(), entry)
            : volumes.stream()
                .flatMap(one -> one.modified().stream())
                .max(Comparator.naturalOrder());
    Long uploaded = uploads.get(shown.found().path());
    return Watched.first(
        file(shown.found(), shown, modified, volumes),
        entry.modified(),
        uploaded != null && uploaded.longValue() == entry.size(),
        shown.asked());
  }

  private ServerFile file(
      ServerWalk.Found found, Shown shown, Optional<Instant> modified, List<ServerFile> volumes) {
    return new ServerFile(
        place, found.path(), found.entry().size(), modified, shown.without(), shown.now(), volumes);
  }

  private synchronized Optional<Instant> before() {
    return lastListing;
  }

  /** The names that uploads which are gone now would have had, with their sizes. */
  private static Map<String, Long> uploads(
      Map<String, Watched> before, List<ServerWalk.Found> found) {
    Set<String> now = found.stream().map(ServerWalk.Found::path).collect(Collectors.toSet());
    Map<String, Long> uploads = new HashMap<>();
    for (Watched one : before.values()) {
      String path = one.file().path();
      if (one.isUnfinished() && !now.contains(path)) {
        uploads.put(EntryNames.finished(path), one.file().size());
      }
    }
    return uploads;
  }

  private void markRegistered(Map<String, Watched> next, List<String> fresh) {
    Map<String, String> keys = new HashMap<>();
    fresh.forEach(path -> keys.put(path, Objects.requireNonNull(next.get(path)).file().key()));
    Set<String> open = keys.isEmpty() ? Set.of() : unknown.apply(keys.values());
    keys.forEach(
        (path, key) -> {
          if (!open.contains(key)) {
            next.computeIfPresent(path, (same, one) -> one.asRegistered());
          }
        });
  }

  /** What is to be fetched now; each is given out once until it is settled or has failed. */
  synchronized Load next(Instant now) {
    Wholeness whole = new Wholeness(place, all);
    List<ServerFile> ready =
        all.values().stream()
            .filter(one -> !one.registered() && !whole.isMark(one))
            .filter(one -> !one.notBefore().isAfter(now) && !taken.contains(one.file().key()))
            .filter(one -> whole.lacks(one, now).isEmpty())
            .map(Watched::file)
            .sorted(ORDER)
            .toList();
    Load load = Load.of(ready);
    load.files().forEach(file -> taken.add(file.key()));
    return load;
  }

  synchronized void settled(ServerFile file) {
    taken.remove(file.key());
    change(file, Watched::asRegistered);
  }

  synchronized void failed(ServerFile file, Instant now, String why) {
    taken.remove(file.key());
    change(file, one -> one.failed(now, why));
  }

  /** It has become another version: the next look shows which. */
  synchronized void changed(ServerFile file) {
    taken.remove(file.key());
    change(file, Watched::outdated);
  }

  synchronized void left(ServerFile file) {
    taken.remove(file.key());
  }

  private void change(ServerFile file, Function<Watched, Watched> how) {
    Watched one = all.get(file.path());
    if (one != null && one.file().key().equals(file.key())) {
      all.put(file.path(), how.apply(one));
    }
  }

  /** Lets what failed be fetched at the next look. */
  synchronized boolean retry(String key) {
    for (Watched one : all.values()) {
      if (one.file().key().equals(key) && !one.registered()) {
        all.put(one.file().path(), one.retried());
        return true;
      }
    }
    return false;
  }

  /** Those that are registered and still lie there. */
  synchronized List<ServerFile> registered(int most, Predicate<ServerFile> due) {
    return all.values().stream()
        .filter(Watched::registered)
        .map(Watched::file)
        .filter(due)
        .limit(most)
        .toList();
  }

  /** It was taken away from there. */
  synchronized void gone(ServerFile file) {
    all.remove(file.path());
  }

  synchronized long held() {
    Wholeness whole = new Wholeness(place, all);
    return all.values().stream().filter(one -> !whole.isMark(one)).count();
  }

  /**
   * A file that is held and not registered.
   *
   * @param resting whether it has been waited for too long
   * @param underway whether it is still being uploaded, as far as one sees
   */
  record Missing(ServerFile file, int tries, String reason, boolean resting, boolean underway) {}

  synchronized List<Missing> missing(Instant now) {
    Wholeness whole = new Wholeness(place, all);
    return all.values().stream()
        .filter(one -> !one.registered() && !whole.isMark(one))
        .sorted(Comparator.comparing(Watched::file, ORDER))
        .map(one -> missing(one, whole, now))
        .toList();
  }

  private static Missing missing(Watched one, Wholeness whole, Instant now) {
    Optional<String> lacks = whole.lacks(one, now);
    String reason = lacks.orElse(one.tries() == 0 ? "依次取件" : one.reason());
    boolean resting = lacks.isPresent() && whole.isResting(one, now);
    boolean underway = lacks.filter(Wholeness::isUploading).isPresent() && !resting;
    return new Missing(one.file(), one.tries(), reason, resting, underway);
  }

  synchronized boolean isEmptied(Instant now) {
    return missing(now).isEmpty();
  }
}
