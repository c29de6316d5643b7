package cn.baosong.core.submission;

/** States of a submission (contract.md, section 6). */
public enum SubmissionState {
  RECEIVED,
  /** A person decides whether it may be opened any further. */
  IN_REVIEW,
  PROCESSED,
  QUARANTINED,
  UNREADABLE,
  UNASSIGNED
}
