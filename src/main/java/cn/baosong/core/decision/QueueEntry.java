package cn.baosong.core.decision;

import cn.baosong.core.dossier.DossierNumber;
import java.time.Instant;
import java.util.Optional;

/**
 * A dossier in a department's queue (承办处室).
 *
 * @param by officer who claimed or returned it
 * @param reason why it was returned
 * @param since when it came into this state
 */
public record QueueEntry(
    String department,
    DossierNumber dossier,
    State state,
    Optional<String> by,
    Optional<String> reason,
    Instant since) {
  /** Where it stands in the queue. */
  public enum State {
    QUEUED,
    CLAIMED,
    /** Given back to the clerks with a reason. */
    RETURNED,
    /** Taken out by a later version, a ruling or a withdrawal. */
    REMOVED
  }
}
