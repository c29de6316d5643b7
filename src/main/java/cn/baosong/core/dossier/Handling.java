package cn.baosong.core.dossier;

/** By whose hand a dossier stands as it does. */
public enum Handling {
  /** Decided, and no person had to look. */
  MACHINE,
  /** Decided by a person. */
  PERSON,
  /** Not decided yet. */
  WAITING,
  /** Another version took its place: it counts nowhere. */
  REPLACED;

  /**
   * @param ruled whether a person decided it
   */
  static Handling of(DossierState state, boolean ruled) {
    return switch (state) {
      case RECEIVED, AWAITING_PAPER, AWAITING_ELECTRONIC, IN_REVIEW -> WAITING;
      case ACCEPTED, RETURNED, REJECTED, WITHDRAWN -> ruled ? PERSON : MACHINE;
      case SUPERSEDED -> REPLACED;
    };
  }
}
