package cn.baosong.core.decision;

import cn.baosong.core.dossier.DossierNumber;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A dossier in a department's queue (承办处室).
 *
 * @param by officer who claimed, handed over or returned it
 * @param reason why it was returned, or to whom it was handed over
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
    /** Given on with a list that both sides sign (移交). */
    HANDED_OVER,
    /** Given back to the clerks with a reason. */
    RETURNED,
    /** Taken out by a later version, a ruling or a withdrawal. */
    REMOVED;

    /** The states that an entry may come from into this one: of two officers only one claims. */
    public Set<State> predecessors() {
      return switch (this) {
        case QUEUED, REMOVED -> EnumSet.allOf(State.class);
        case CLAIMED -> EnumSet.of(QUEUED);
        case HANDED_OVER -> EnumSet.of(CLAIMED);
        case RETURNED -> EnumSet.of(QUEUED, CLAIMED);
      };
    }
  }
}
