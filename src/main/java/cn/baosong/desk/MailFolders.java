package cn.baosong.desk;

import cn.baosong.core.submission.Outage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is remembered of the folders of the mailboxes, across restarts and between processes. */
public interface MailFolders {
  /**
   * The last look at a folder that succeeded, the last that left nothing waiting, and the last that
   * brought a mail; in real time.
   */
  record Looked(Optional<Instant> at, Optional<Instant> cleared, Optional<Instant> brought) {
    public static final Looked NEVER =
        new Looked(Optional.empty(), Optional.empty(), Optional.empty());
  }

  Looked looked(String mailbox, String folder);

  /**
   * A look succeeded.
   *
   * @param cleared whether nothing waits any more
   */
  void looked(String mailbox, String folder, Instant at, boolean cleared);

  /** When the last mail was taken out of a folder. */
  void brought(String mailbox, String folder, Instant at);

  /**
   * Whether this process looks into the folder now: one at a time does.
   *
   * @param holder of this process
   * @param lease how long it may be silent before another takes over
   */
  boolean hold(String mailbox, String folder, String holder, Duration lease);

  /** This process looks no more; another may at once. */
  void release(String holder);

  /** The outage of a source that lasts. */
  Optional<Outage> lasting(String source);

  /** The last outages of all sources, the newest first. */
  List<Outage> outages(int most);

  void save(Outage outage, Act act);
}
