package cn.baosong.core.submission;

/** States of a submission (contract.md, section 6). */
public enum SubmissionState {
  RECEIVED,
  /** A person decides whether it may be opened any further. */
  IN_REVIEW,
  /** One of several mails or files that make up one package; the others are still to come. */
  AWAITING_PARTS,
  PROCESSED,
  QUARANTINED,
  UNREADABLE,
  UNASSIGNED
}
