package cn.baosong.camel.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The looks at one folder: when the next is due, whether the last one succeeded, what is wrong. */
final class Looks {
  private static final Logger LOG = LoggerFactory.getLogger(Looks.class);
  private static final Duration LONGEST = Duration.ofMinutes(5);

  /** Failures after which the folder counts as unreachable. */
  private static final int RED = 2;

  private final MailFolder folder;
  private final MailMemory memory;
  private final Duration pause;
  private final Clock machine;
  private Instant due = Instant.MIN;
  private Instant began = Instant.MIN;
  private Optional<Instant> last;
  private Optional<MailTrouble> trouble = Optional.empty();
  private boolean succeeded;
  private boolean told;
  private int failures;

  Looks(MailFolder folder, MailMemory memory, Clock machine) {
    this.folder = folder;
    this.memory = memory;
    this.pause = folder.box().poll();
    this.machine = machine;
    this.last = memory.looked(folder).at();
  }

  /** Whether a look is due, and this process's to take. */
  synchronized boolean begin() {
    succeeded = false;
    began = machine.instant();
    return isDue() && memory.hold(folder);
  }

  /** Also where the clock was set back: no look waits longer than the longest pause. */
  private boolean isDue() {
    Instant now = machine.instant();
    Duration longest = LONGEST.compareTo(pause) > 0 ? LONGEST : pause;
    return !now.isBefore(due) || due.isAfter(now.plus(longest));
  }

  /** The folder told what it holds. */
  synchronized void succeeded() {
    succeeded = true;
  }

  /** camel-mail tells most failures nobody but its log: a look that did not succeed has failed. */
  synchronized void ended(int brought) {
    if (!succeeded) {
      fail();
      return;
    }
    Instant now = machine.instant();
    memory.succeeded(folder, last, began);
    last = Optional.of(began);
    failures = 0;
    trouble = Optional.empty();
    due = brought > 0 ? now : now.plus(pause);
    if (told) {
      told = false;
      LOG.info("邮箱 {} 恢复收取", folder.title());
    }
  }

  /** What made the look fail. */
  synchronized void cause(Throwable failure) {
    trouble = Optional.of(MailTrouble.of(failure));
    if (!told) {
      LOG.info("mailbox {}: {}", folder.title(), failure.toString());
    }
  }

  synchronized void failed(Throwable failure) {
    cause(failure);
    fail();
  }

  private void fail() {
    failures++;
    Duration wait = pause.multipliedBy(1L << Math.min(failures - 1, 10));
    due =
        machine
            .instant()
            .plus(wait.compareTo(LONGEST) > 0 && LONGEST.compareTo(pause) > 0 ? LONGEST : wait);
    if (failures >= RED && !told) {
      told = true;
      String why = trouble.orElse(MailTrouble.OTHER).chinese();
      LOG.warn("邮箱 {} 无法收取：{}", folder.title(), why);
      memory.lost(folder, last, machine.instant(), why);
    }
  }

  /** The next look is due at once. */
  synchronized void hurry() {
    due = machine.instant();
  }

  /** Looks that failed since the last that succeeded. */
  synchronized int failures() {
    return failures;
  }

  synchronized boolean isWell() {
    return failures == 0;
  }

  /** When the last that succeeded began: what came while it fetched, it may not have seen (P6). */
  synchronized Optional<Instant> last() {
    return last;
  }

  /** Why it cannot be looked into, once that is certain. */
  synchronized Optional<MailTrouble> trouble() {
    return failures >= RED ? Optional.of(trouble.orElse(MailTrouble.OTHER)) : Optional.empty();
  }
}
