package cn.baosong.core.check;

import cn.baosong.core.call.Deadline;
import cn.baosong.core.submission.TimeEvidence;
import java.time.Instant;
import java.util.Optional;

/**
 * The three-valued verdict on a delivery's time, with everything that a letter must show of it.
 *
 * @param deadline the deadline that binds; empty when the call has none for this unit and channel
 * @param strictest the earliest instant that any reading in play ends at, itself no longer in time
 * @param mostLenient the latest such instant
 * @param evidence the evidence that was held against it
 * @param explanation how it was computed, in Chinese, for the letter and the dossier page
 */
public record TimeVerdict(
    Value value,
    Optional<Deadline> deadline,
    Optional<Instant> strictest,
    Optional<Instant> mostLenient,
    Optional<TimeEvidence> evidence,
    String explanation) {
  /** Three values, never two. */
  public enum Value {
    ON_TIME,
    LATE,
    UNDETERMINED
  }
}
