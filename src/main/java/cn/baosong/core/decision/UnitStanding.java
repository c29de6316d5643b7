package cn.baosong.core.decision;

import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.submission.SubmissionState;
import java.util.Map;
import java.util.Set;

/** How far a unit has delivered for a call. */
public enum UnitStanding {
  /** 未报送: nothing of it is on record. That is no fault: a notice may allow to recommend nobody. */
  NOTHING,
  /** Something came, and nothing of it counts: unreadable, refused, or the same again. */
  UNUSABLE,
  /** 补正未报: all that counts was returned and not corrected yet. */
  RETURNED,
  /** 只有纸质. */
  PAPER_ONLY,
  /** 只有电子版. */
  ELECTRONIC_ONLY,
  /** It took back all that it had sent. */
  WITHDRAWN,
  /** Something counts, or is still being looked at. */
  DELIVERED;

  private static final Set<DossierState> IN_HAND =
      Set.of(DossierState.RECEIVED, DossierState.IN_REVIEW, DossierState.ACCEPTED);
  private static final Set<SubmissionState> TO_OPEN =
      Set.of(SubmissionState.RECEIVED, SubmissionState.IN_REVIEW);

  /**
   * @param dossiers how many of the unit stand in each state
   * @param submissions the same of its deliveries
   * @param parcels registered by the mail room
   */
  public static UnitStanding of(
      Map<DossierState, Long> dossiers, Map<SubmissionState, Long> submissions, long parcels) {
    if (any(dossiers, IN_HAND) || any(submissions, TO_OPEN)) {
      return DELIVERED;
    }
    if (any(dossiers, Set.of(DossierState.RETURNED))) {
      return RETURNED;
    }
    if (any(dossiers, Set.of(DossierState.AWAITING_PAPER))) {
      return ELECTRONIC_ONLY;
    }
    if (any(dossiers, Set.of(DossierState.AWAITING_ELECTRONIC))) {
      return PAPER_ONLY;
    }
    if (any(dossiers, Set.of(DossierState.REJECTED))) {
      return UNUSABLE;
    }
    if (any(dossiers, Set.of(DossierState.WITHDRAWN))) {
      return WITHDRAWN;
    }
    if (parcels > 0) {
      return PAPER_ONLY;
    }
    return submissions.values().stream().anyMatch(n -> n > 0) ? UNUSABLE : NOTHING;
  }

  /** Whether a letter may ask the unit to deliver; else a person speaks with it. */
  public boolean isReminded() {
    return switch (this) {
      case NOTHING, RETURNED, PAPER_ONLY, ELECTRONIC_ONLY -> true;
      case UNUSABLE, WITHDRAWN, DELIVERED -> false;
    };
  }

  private static <S> boolean any(Map<S, Long> counts, Set<S> states) {
    return states.stream().anyMatch(state -> counts.getOrDefault(state, 0L) > 0);
  }
}
