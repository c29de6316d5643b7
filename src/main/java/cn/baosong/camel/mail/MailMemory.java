package cn.baosong.camel.mail;

import cn.baosong.core.submission.Outage;
import cn.baosong.desk.Act;
import cn.baosong.desk.MailFolders;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** What of the looks outlives this process: when they succeeded, and when they could not. */
public final class MailMemory {
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
  public MailMemory(MailFolders folders, UnaryOperator<Instant> officeTime) {
    this.folders = folders;
    this.officeTime = officeTime;
  }

  MailFolders.Looked looked(MailFolder folder) {
    return folders.looked(folder.box().name(), folder.name());
  }

  /** This process ends. */
  void release() {
    folders.release(process);
  }

  boolean hold(MailFolder folder) {
    Duration lease = LEASE.plus(folder.box().poll());
    return folders.hold(folder.box().name(), folder.name(), process, lease);
  }

  /** A look succeeded; what lies between it and the one before may have been an outage. */
  void succeeded(MailFolder folder, Optional<Instant> before, Instant now) {
    folders.looked(folder.box().name(), folder.name(), now, folder.backlog() == 0);
    folder
        .lastBrought()
        .filter(at -> before.isEmpty() || at.isAfter(before.get()))
        .ifPresent(at -> folders.brought(folder.box().name(), folder.name(), at));
    Optional<Outage> lasting = folders.lasting(folder.title());
    Duration usual = folder.box().poll().multipliedBy(4);
    Duration gap = usual.compareTo(SHORTEST) > 0 ? usual : SHORTEST;
    if (lasting.isPresent()) {
      end(lasting.get(), now);
    } else if (before.filter(last -> last.isBefore(now.minus(gap))).isPresent()) {
      end(outage(folder, before.get(), ASLEEP), now);
    }
  }

  private void end(Outage outage, Instant now) {
    Instant ended = officeTime.apply(now);
    Instant end = ended.isBefore(outage.began()) ? outage.began() : ended;
    folders.save(outage.over(end), new Act(Act.Kind.CHANNEL_BACK, Act.MACHINE, outage.cause()));
  }

  /** The folder cannot be looked into. */
  void lost(MailFolder folder, Optional<Instant> last, Instant now, String why) {
    if (folders.lasting(folder.title()).isEmpty()) {
      folders.save(
          outage(folder, last.orElse(now), why), new Act(Act.Kind.CHANNEL_LOST, Act.MACHINE, why));
    }
  }

  private Outage outage(MailFolder folder, Instant began, String why) {
    return new Outage(
        UUID.randomUUID().toString(),
        folder.title(),
        officeTime.apply(began),
        Optional.empty(),
        why);
  }
}
