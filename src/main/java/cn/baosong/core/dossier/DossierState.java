package cn.baosong.core.dossier;

/** States of a dossier (contract.md, section 6). */
public enum DossierState {
  /** Filed, not yet assessed: lasts seconds. */
  RECEIVED,
  AWAITING_PAPER,
  AWAITING_ELECTRONIC,
  IN_REVIEW,
  ACCEPTED,
  RETURNED,
  REJECTED,
  SUPERSEDED,
  WITHDRAWN;

  /** Whether the dossier stands for its candidate: quota and duplicates count it. */
  public boolean counts() {
    return switch (this) {
      case RECEIVED, AWAITING_PAPER, AWAITING_ELECTRONIC, IN_REVIEW, ACCEPTED, RETURNED -> true;
      case REJECTED, SUPERSEDED, WITHDRAWN -> false;
    };
  }

  /** Whether a machine may still change it; afterwards only a person does (decisions.md 17). */
  public boolean isOpen() {
    return switch (this) {
      case RECEIVED, AWAITING_PAPER, AWAITING_ELECTRONIC, IN_REVIEW, RETURNED -> true;
      case ACCEPTED, REJECTED, SUPERSEDED, WITHDRAWN -> false;
    };
  }
}
