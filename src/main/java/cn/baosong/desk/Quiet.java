package cn.baosong.desk;

import java.time.Duration;
import java.time.Instant;

/** Says when a changing thing has come to rest, so that no half-saved file is read. */
public final class Quiet {
  private static final Duration REST = Duration.ofSeconds(2);

  private String taken;
  private String seen;
  private Instant since = Instant.EPOCH;

  /**
   * @param taken fingerprint of what was read last
   */
  public Quiet(String taken) {
    this.taken = taken;
    this.seen = taken;
  }

  /** Whether there is something new that has not changed for two seconds. */
  public boolean isDue(String fingerprint, Instant now) {
    if (!fingerprint.equals(seen)) {
      seen = fingerprint;
      since = now;
    }
    return !seen.equals(taken) && !now.isBefore(since.plus(REST));
  }

  public void taken(String fingerprint) {
    taken = fingerprint;
    seen = fingerprint;
  }
}
