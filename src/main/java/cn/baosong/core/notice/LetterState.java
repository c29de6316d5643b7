package cn.baosong.core.notice;

import java.util.Set;

/** The life of a letter. */
public enum LetterState {
  /** Waits for a clerk to release it (sealed, {@code letters.seal: draft}). */
  DRAFT,
  /** In the outbox; leaves when its hold is over and its event is journaled. */
  WAITING,
  /** Printed, and mailed where the unit has an address. */
  SENT,
  /** Stopped by a person during its hold. */
  STOPPED;

  /** The states that a letter may come from into this one; a sent letter stays sent. */
  public Set<LetterState> predecessors() {
    return switch (this) {
      case DRAFT -> Set.of();
      case WAITING -> Set.of(DRAFT, STOPPED);
      case SENT -> Set.of(WAITING);
      case STOPPED -> Set.of(DRAFT, WAITING);
    };
  }
}
