package cn.baosong.core.call;

/** A person's ruling that a call may have a second person confirm. */
public enum GuardedRuling {
  ACCEPT,
  /** Accepting while the standing decision blocks or asks for a correction. */
  ACCEPT_AGAINST_FINDING,
  RETURN,
  REJECT,
  REFER_TO,
  WITHDRAW
}
