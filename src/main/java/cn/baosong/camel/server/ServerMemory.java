package cn.baosong.camel.server;

import cn.baosong.core.submission.Outage;
import cn.baosong.desk.Act;
import cn.baosong.desk.MailFolders;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * What of the looks outlives this process, kept where that of the mailboxes is: a server's name is
 * no mailbox's.
 */
public final class ServerMemory {
  /** Real time that a process may be silent before another takes its folder over. */
  private static final Duration LEASE = Duration.ofMinutes(3);

  /** A pause between two looks that nobody planned. */
  private static final Duration SHORTEST = Duration.ofMinutes(5);

  private static final String ASLEEP = "报送没有运行，或没有去看";

  private final String process = UUID.randomUUID().toString();
  private final MailFolders folders;
  private final UnaryOperator<Instant> officeTime;

  /**
   * @param officeTime shifts an observed instant by the office clock's offset (decisions.md 16)
   */
  public ServerMemory(MailFolders folders, UnaryOperator<Instant> officeTime) {
    this.folders = folders;
    this.officeTime = officeTime;
  }

  /** Another process may look into our folders at once. */
  void release() {
    folders.release(process);
  }

  MailFolders.Looked looked(ServerFolder folder) {
    return folders.looked(folder.place().server(), folder.place().folder());
  }

  boolean hold(ServerFolder folder) {
    ServerPlace place = folder.place();
    return folders.hold(place.server(), place.folder(), process, LEASE.plus(place.poll()));
  }

  /** A look succeeded; what lies between it and the one before may have been an outage. */
  void succeeded(ServerFolder folder, Optional<Instant> before, Instant now) {
    ServerPlace place = folder.place();
    folders.looked(place.server(), place.folder(), now, folder.watch().isEmptied(now));
    folder
        .lastBrought()
        .filter(at -> before.isEmpty() || at.isAfter(before.get()))
        .ifPresent(at -> folders.brought(place.server(), place.folder(), at));
    Optional<Outage> lasting = folders.lasting(place.title());
    if (lasting.isPresent()) {
      end(lasting.get(), now);
    } else if (before.filter(last -> last.isBefore(now.minus(gap(place)))).isPresent()) {
      end(outage(folder, before.get(), ASLEEP), now);
    }
  }

  /** A pause longer than this is none that the settings wanted. */
  static Duration gap(ServerPlace place) {
    Duration usual = place.poll().multipliedBy(4);
    return usual.compareTo(SHORTEST) > 0 ? usual : SHORTEST;
  }

  private void end(Outage outage, Instant now) {
    Instant ended = officeTime.apply(now);
    Instant end = ended.isBefore(outage.began()) ? outage.began() : ended;
    folders.save(outage.over(end), new Act(Act.Kind.CHANNEL_BACK, Act.MACHINE, outage.cause()));
  }

  /** The folder cannot be looked into. */
  void lost(ServerFolder folder, Optional<Instant> last, Instant now, String why) {
    if (folders.lasting(folder.place().title()).isEmpty()) {
      folders.save(
          outage(folder, last.orElse(now), why), new Act(Act.Kind.CHANNEL_LOST, Act.MACHINE, why));
    }
  }

  private Outage outage(ServerFolder folder, Instant began, String why) {
    return new Outage(
        UUID.randomUUID().toString(),
        folder.place().title(),
        officeTime.apply(began),
        Optional.empty(),
        why);
  }
}
