package cn.baosong.core.notice;

import java.util.Set;

/** The life of a letter on its way to one address. */
public enum MailingState {
  /** To be handed over, or to be tried again. */
  WAITING,
  /** The other side has taken it. */
  SENT,
  /** The other side will not take it, or has put it off for too long. */
  REFUSED,
  /** It was taken and came back. */
  BOUNCED,
  /** Not mailed: an arrival of this case was answered at this address today already. */
  WITHHELD;

  /** Whether the unit has to be rung up. */
  public boolean isUndelivered() {
    return this == REFUSED || this == BOUNCED;
  }

  /** The states that a mailing may come from into this one. */
  public Set<MailingState> predecessors() {
    return switch (this) {
      case WAITING -> Set.of(REFUSED, BOUNCED, WITHHELD);
      case SENT -> Set.of(WAITING);
      case REFUSED -> Set.of(WAITING, REFUSED);
      case BOUNCED -> Set.of(WAITING, SENT, BOUNCED);
      case WITHHELD -> Set.of();
    };
  }
}
