package cn.baosong.camel.folder;

import cn.baosong.desk.Units;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;

/**
 * Stands at the watched folders and claims what has come to rest, file or whole folder, under a
 * name of our own, with what was observed of its arrival. Works on the bytes of names, so that no
 * locale and no charset can hide an entry. Each folder has a thread of its own: one that hangs
 * holds up neither the others nor who asks how they are.
 */
public final class Doorkeeper implements AutoCloseable {
  private final Units units;
  private final ClaimShelf claims;
  private final LookTimes looks;
  private final Clock machineClock;
  private final FolderPatience patience;
  private final BiPredicate<Path, String> ours;
  private final Map<Path, Door> doors = new ConcurrentHashMap<>();

  /** Of folders into which the office lays nothing. */
  public Doorkeeper(
      Units units,
      ClaimShelf claims,
      LookTimes looks,
      Clock machineClock,
      FolderPatience patience) {
    this(units, claims, looks, machineClock, patience, (entry, name) -> false);
  }

  /**
   * @param machineClock real time, never shifted; observed times are shifted when a claim is
   *     written
   * @param ours takes away what the office laid there for itself
   */
  public Doorkeeper(
      Units units,
      ClaimShelf claims,
      LookTimes looks,
      Clock machineClock,
      FolderPatience patience,
      BiPredicate<Path, String> ours) {
    this.units = units;
    this.claims = claims;
    this.looks = looks;
    this.machineClock = machineClock;
    this.patience = patience;
    this.ours = ours;
  }

  /**
   * One look at a folder: claims every entry that is still. Entries that fail are looked at again
   * later, and so is a folder that fails or hangs.
   */
  public void claimStill(String inbox) {
    door(inbox).look();
  }

  /** Deletes what was archived a while ago and has not changed since. */
  public void letGo(String inbox) {
    door(inbox).sweep();
  }

  private Door door(String inbox) {
    return doors.computeIfAbsent(Path.of(inbox).toAbsolutePath().normalize(), this::open);
  }

  private Door open(Path folder) {
    return new Door(
        folder,
        patience.hanging(),
        step -> new FolderWatch(folder, units, claims, looks, machineClock, patience, ours, step));
  }

  /** What is known of each folder, whether or not it answers just now. */
  List<FolderState> states() {
    return doors.values().stream().map(Door::state).toList();
  }

  /** The last look that was ended, in real time; of several folders the one longest ago. */
  public Optional<Instant> lastLook() {
    return states().stream()
        .flatMap(state -> state.lastLook().stream())
        .min(Comparator.naturalOrder());
  }

  /** Why a folder cannot be looked into, in words for a clerk. */
  public Optional<String> failure() {
    return states().stream().flatMap(state -> state.failure().stream()).findFirst();
  }

  /** What is wrong with the clock of a folder, in words for a clerk; it holds nothing up. */
  public Optional<String> wrongClock() {
    return states().stream().flatMap(state -> state.wrongClock().stream()).findFirst();
  }

  /** Entries that lie in the folders and are not claimed. */
  public int waiting() {
    return states().stream().mapToInt(state -> state.waiting().size() + state.unnamed()).sum();
  }

  /** Leavings of systems and programs that were passed over in the last look. */
  public int ignored() {
    return states().stream().mapToInt(FolderState::ignored).sum();
  }

  @Override
  public void close() {
    doors.values().forEach(Door::close);
  }
}
