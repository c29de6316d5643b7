package cn.baosong.core.notice;

/** The life of a letter. */
public enum LetterState {
  /** Waits for a clerk to release it (sealed, {@code letters.seal: draft}). */
  DRAFT,
  /** In the outbox; leaves when its hold is over and its event is journaled. */
  WAITING,
  /** Printed, and mailed where the unit has an address. */
  SENT,
  /** Stopped by a person during its hold. */
  STOPPED
}
