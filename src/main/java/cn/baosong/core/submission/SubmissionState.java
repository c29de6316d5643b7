package cn.baosong.core.submission;

/** States of a submission (contract.md, section 6). */
public enum SubmissionState {
  RECEIVED,
  PROCESSED,
  QUARANTINED,
  UNREADABLE,
  UNASSIGNED
}
