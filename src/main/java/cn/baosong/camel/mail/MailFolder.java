package cn.baosong.camel.mail;

import cn.baosong.desk.MailFolders;
import cn.baosong.desk.Reconciliation.Glimpse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * What is known of one folder of a mailbox between two looks: what it holds that is not registered,
 * when it was last looked into, and what is wrong with it.
 */
final class MailFolder {
  /** How many mails a look brings at most. */
  static final int BATCH = 50;

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(30);

  /** What waits so long is named, though nothing is wrong with it. */
  private static final Duration LATE = Duration.ofMinutes(2);

  private static final String BROKE = "取到一半连接就断，稍后再取";

  private final Mailbox box;
  private final String name;
  private final boolean junk;
  private final Clock machine;
  private final Looks looks;
  private final Map<String, Waiting> waiting = new LinkedHashMap<>();
  private final Map<String, Long> ends = new HashMap<>();
  private final Map<String, Optional<Glimpse>> glimpses = new HashMap<>();
  private volatile Optional<OpenFolder> live = Optional.empty();
  private Optional<String> brokenBy = Optional.empty();
  private String validity = "";
  private long held;
  private long probes;
  private Optional<Instant> lastBrought;
  private Optional<Instant> lastListing;
  private Optional<Instant> asked = Optional.empty();

  private record Waiting(Sighting sighting, int tries, Instant notBefore, String reason) {
    Waiting failed(Instant now, String why) {
      Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(tries, 10));
      Duration bounded = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
      return new Waiting(sighting, tries + 1, now.plus(bounded), why);
    }
  }

  MailFolder(Mailbox box, String name, boolean junk, MailMemory memory, Clock machine) {
    this.box = box;
    this.name = name;
    this.junk = junk;
    this.machine = machine;
    this.looks = new Looks(this, memory, machine);
    MailFolders.Looked before = memory.looked(this);
    this.lastListing = before.cleared();
    this.lastBrought = before.brought();
  }

  Looks looks() {
    return looks;
  }

  Mailbox box() {
    return box;
  }

  String name() {
    return name;
  }

  boolean isJunk() {
    return junk;
  }

  /** The folder as it is open now; over a line that tells of new mail. */
  void live(OpenFolder open) {
    live = Optional.of(open);
  }

  /** Ends the waiting for new mail, so that a look begins. */
  void wake() {
    looks.hurry();
    live.ifPresent(OpenFolder::wake);
  }

  /** Waits for new mail where the server tells of it, as long as somebody wants it. */
  boolean await(Duration atMost, BooleanSupplier wanted) {
    return live.map(open -> open.await(atMost, wanted)).orElse(false);
  }

  /** Also the source's name in the reconciliation. */
  String title() {
    return box.name() + "/" + name;
  }

  /** The key of a mail; nothing of it is written by a sender. */
  String key(String uid) {
    return box.name() + "/" + name + "/" + validity + "/" + uid;
  }

  /** The folder was opened; under another UIDVALIDITY all its numbers mean other mails. */
  synchronized void opened(String uidValidity) {
    brokenBy = Optional.empty();
    if (!validity.equals(uidValidity)) {
      waiting.clear();
      glimpses.clear();
      validity = uidValidity;
    }
  }

  /** The server is asked what it holds: what comes from now on, its answer may not tell. */
  synchronized void asking() {
    asked = Optional.of(machine.instant());
  }

  /**
   * Takes over what a whole listing showed.
   *
   * @param unknown keeps those keys that are not registered
   * @param ours counts those that are probes
   */
  synchronized void listed(
      Collection<String> uids,
      Function<Collection<String>, Set<String>> unknown,
      ToLongFunction<Collection<String>> ours) {
    Map<String, String> byKey = byKey(uids);
    Set<String> fresh = unknown.apply(byKey.keySet());
    waiting.keySet().retainAll(fresh);
    glimpses.keySet().retainAll(fresh);
    probes = ours.applyAsLong(byKey.keySet());
    held = uids.size() - probes;
    enter(byKey, fresh);
  }

  /** Takes over what came since the last listing. */
  synchronized void came(
      Collection<String> uids, Function<Collection<String>, Set<String>> unknown) {
    Map<String, String> byKey = byKey(uids);
    held += uids.size();
    enter(byKey, uids.isEmpty() ? Set.of() : unknown.apply(byKey.keySet()));
  }

  private Map<String, String> byKey(Collection<String> uids) {
    return uids.stream()
        .collect(Collectors.toMap(this::key, uid -> uid, (a, b) -> a, LinkedHashMap::new));
  }

  private void enter(Map<String, String> byKey, Set<String> fresh) {
    Instant now = machine.instant();
    byKey.forEach(
        (key, uid) -> {
          if (fresh.contains(key)) {
            Sighting sighting = new Sighting(key, uid, lastListing, now);
            waiting.putIfAbsent(key, new Waiting(sighting, 0, Instant.MIN, ""));
          }
        });
    lastListing = Optional.of(asked.orElse(now));
    asked = Optional.empty();
  }

  /** What is to be fetched now, the oldest first; what failed before waits its turn. */
  synchronized List<Sighting> next() {
    Instant now = machine.instant();
    List<Sighting> next = new ArrayList<>();
    Iterator<Waiting> all = waiting.values().iterator();
    while (all.hasNext() && next.size() < BATCH) {
      Waiting each = all.next();
      boolean waits = each.notBefore().isAfter(now);
      if (!waits || each.notBefore().isAfter(now.plus(LONGEST_PAUSE))) {
        next.add(each.sighting());
      }
    }
    return next;
  }

  /** How often it failed; what did is fetched alone. */
  synchronized int tries(Sighting sighting) {
    return Optional.ofNullable(waiting.get(sighting.key())).map(Waiting::tries).orElse(0);
  }

  synchronized boolean isWaiting(String key) {
    return waiting.containsKey(key);
  }

  /** It is registered, or it is no longer there. */
  synchronized void settled(String key) {
    waiting.remove(key);
    ends.remove(key);
    glimpses.remove(key);
  }

  /** The line broke while a mail was fetched. */
  synchronized void broke(String key) {
    brokenBy = brokenBy.or(() -> Optional.of(key));
  }

  /** It could not be registered; one that only came after the line was broken has not failed. */
  synchronized void failed(String key, String why) {
    if (brokenBy.filter(other -> !other.equals(key)).isPresent()) {
      return;
    }
    Instant now = machine.instant();
    String told = brokenBy.isPresent() ? BROKE : why;
    waiting.computeIfPresent(key, (same, before) -> before.failed(now, told));
  }

  /** It may have broken a fetch of several. */
  synchronized void suspected(String key) {
    waiting.computeIfPresent(
        key,
        (same, w) -> new Waiting(w.sighting(), Math.max(1, w.tries()), w.notBefore(), w.reason()));
  }

  /** Whether it ended there before; zero bytes are never a mail. */
  synchronized boolean endsAgainAt(String key, long bytes) {
    Long before = ends.put(key, bytes);
    return bytes > 0 && before != null && before == bytes;
  }

  /** Lets what failed be fetched at the next look. */
  synchronized boolean retry(String key) {
    Waiting before = waiting.get(key);
    if (before != null) {
      waiting.put(key, new Waiting(before.sighting(), 0, Instant.MIN, before.reason()));
    }
    return before != null;
  }

  /** Mails that should be registered by now and that nobody has named; each is told once. */
  synchronized List<Sighting> unnamed() {
    Instant late = machine.instant().minus(LATE);
    List<Sighting> found =
        waiting.values().stream()
            .filter(w -> w.tries() > 0 || w.sighting().seen().isBefore(late))
            .map(Waiting::sighting)
            .filter(sighting -> !glimpses.containsKey(sighting.key()))
            .limit(BATCH)
            .toList();
    found.forEach(sighting -> glimpses.put(sighting.key(), Optional.empty()));
    return found;
  }

  /** What the server tells of a mail that waits. */
  synchronized void glimpsed(String uid, Glimpse glimpse) {
    glimpses.computeIfPresent(key(uid), (key, before) -> Optional.of(glimpse));
  }

  /** What is not registered, with the reason if there is one. */
  synchronized List<Missing> missing() {
    return waiting.values().stream()
        .map(w -> new Missing(w.sighting(), w.tries(), w.reason(), glimpse(w)))
        .toList();
  }

  private Optional<Glimpse> glimpse(Waiting mail) {
    return glimpses.getOrDefault(mail.sighting().key(), Optional.empty());
  }

  /** A mail that is held and not registered. */
  record Missing(Sighting sighting, int tries, String reason, Optional<Glimpse> glimpse) {}

  synchronized long held() {
    return held;
  }

  /** Probes that it holds, as far as they are known. */
  synchronized long probes() {
    return probes;
  }

  /** One of what it was counted to hold is a probe. */
  synchronized void probed(String key) {
    settled(key);
    probes++;
    held--;
  }

  /** A mail is on its way into the register. */
  synchronized void brought() {
    lastBrought = Optional.of(machine.instant());
  }

  /** When the last mail was brought, in real time. */
  synchronized Optional<Instant> lastBrought() {
    return lastBrought;
  }

  synchronized int backlog() {
    return waiting.size();
  }
}
