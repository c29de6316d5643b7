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

  private final String title;
  private final Duration pause;
  private final Clock machine;
  private Instant due = Instant.MIN;
  private Optional<Instant> last = Optional.empty();
  private Optional<MailTrouble> trouble = Optional.empty();
  private boolean succeeded;
  private boolean told;
  private int failures;

  Looks(String title, Duration pause, Clock machine) {
    this.title = title;
    this.pause = pause;
    this.machine = machine;
  }

  /** Whether a look is due. */
  synchronized boolean begin() {
    succeeded = false;
    trouble = failures == 0 ? Optional.empty() : trouble;
    return !machine.instant().isBefore(due);
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
    last = Optional.of(now);
    failures = 0;
    trouble = Optional.empty();
    due = brought > 0 ? now : now.plus(pause);
    if (told) {
      told = false;
      LOG.info("邮箱 {} 恢复收取", title);
    }
  }

  /** What made the look fail. */
  synchronized void cause(Throwable failure) {
    trouble = Optional.of(MailTrouble.of(failure));
    LOG.debug("mailbox {}", title, failure);
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
      LOG.warn("邮箱 {} 无法收取：{}", title, trouble.orElse(MailTrouble.OTHER).chinese());
    }
  }

  synchronized Optional<Instant> last() {
    return last;
  }

  /** Why it cannot be looked into, once that is certain. */
  synchronized Optional<MailTrouble> trouble() {
    return failures >= RED ? Optional.of(trouble.orElse(MailTrouble.OTHER)) : Optional.empty();
  }
}
