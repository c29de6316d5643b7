package cn.baosong.core.submission;

/** How far an instant can be trusted (contract.md, section 5). */
public enum TrustClass {
  /** A clock that the sender cannot set. */
  A,
  /** Bounds from our own observations. */
  B,
  /** Claimed by the sender. */
  C
}
