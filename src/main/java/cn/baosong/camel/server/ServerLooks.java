package cn.baosong.camel.server;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The looks at one folder: when the next is due, whether the last one succeeded, what is wrong. */
final class ServerLooks {
  private static final Logger LOG = LoggerFactory.getLogger(ServerLooks.class);
  private static final Duration LONGEST = Duration.ofMinutes(5);

  /** Failures after which the folder counts as unreachable. */
  private static final int RED = 2;

  private final ServerFolder folder;
  private final ServerMemory memory;
  private final Duration pause;
  private final Clock machine;
  private Instant due = Instant.MIN;
  private Instant began = Instant.MIN;
  private Optional<Instant> last;
  private Optional<ServerTrouble> trouble = Optional.empty();
  private boolean succeeded;
  private boolean more;
  private boolean told;
  private int failures;

  ServerLooks(ServerFolder folder, ServerMemory memory, Clock machine) {
    this.folder = folder;
    this.memory = memory;
    this.pause = folder.place().poll();
    this.machine = machine;
    this.last = memory.looked(folder).at();
  }

  /** Whether a look is due, and this process's to take. */
  synchronized boolean begin() {
    succeeded = false;
    began = machine.instant();
    return !machine.instant().isBefore(due) && memory.hold(folder);
  }

  /**
   * The folder told what it holds.
   *
   * @param left whether it holds more than the look brings, so that the next is due at its end
   */
  synchronized void succeeded(boolean left) {
    succeeded = true;
    more = left;
  }

  /** A look that told nothing has failed, whatever camel-ftp thinks of it. */
  synchronized void ended() {
    if (!succeeded) {
      fail();
      return;
    }
    Instant now = machine.instant();
    memory.succeeded(folder, last, began);
    last = Optional.of(began);
    failures = 0;
    trouble = Optional.empty();
    due = more ? now : now.plus(pause);
    if (told) {
      told = false;
      LOG.info("服务器 {} 恢复收取", folder.place().title());
    }
  }

  /** What made the look fail. */
  synchronized void cause(Throwable failure) {
    trouble = Optional.of(ServerTrouble.of(failure));
    if (!told) {
      LOG.info("server {}: {}", folder.place().title(), failure.toString());
    }
  }

  synchronized void failed(Throwable failure) {
    cause(failure);
    fail();
  }

  private void fail() {
    failures++;
    Duration wait = pause.multipliedBy(1L << Math.min(failures - 1, 10));
    boolean tooLong = wait.compareTo(LONGEST) > 0 && LONGEST.compareTo(pause) > 0;
    due = machine.instant().plus(tooLong ? LONGEST : wait);
    if (failures >= RED && !told) {
      told = true;
      String why = trouble.orElse(ServerTrouble.OTHER).chinese();
      LOG.warn("服务器 {} 无法收取：{}", folder.place().title(), why);
      memory.lost(folder, last, machine.instant(), why);
    }
  }

  /** The next look is due at once. */
  synchronized void hurry() {
    due = machine.instant();
  }

  /** When the last that succeeded began: what came while it fetched, it may not have seen (P6). */
  synchronized Optional<Instant> last() {
    return last;
  }

  synchronized int failures() {
    return failures;
  }

  /** Why it cannot be looked into, once that is certain. */
  synchronized Optional<ServerTrouble> trouble() {
    return failures >= RED ? Optional.of(trouble.orElse(ServerTrouble.OTHER)) : Optional.empty();
  }
}
