package cn.baosong.core.check;

/**
 * Stable codes of findings (contract.md, section 6; decisions.md 29). A rule's own id travels
 * beside them.
 */
public enum FindingCode {
  LATE,
  TIME_UNDETERMINED,
  PART_LATE,
  PAPER_MISMATCH,
  PAPER_UNREADABLE,
  PAPER_NOT_RECEIVED,
  PAPER_DECLARED_ONLY,
  ELECTRONIC_NOT_RECEIVED,
  FORM_INVALID,
  MATERIAL_MISSING,
  MATERIAL_INVALID,
  /** A file could not be read within the limits of the office: no fault that a machine may tell. */
  MATERIAL_UNREADABLE,
  COPIES_SHORT,
  /** Originals came with the parcel: the office keeps them and gives them back. */
  ORIGINALS_HELD,
  PROCEDURE_MISSING,
  PUBLICITY_SHORT,
  QUOTA_EXCEEDED,
  QUOTA_COMPOSITION,
  INELIGIBLE,
  ALREADY_SELECTED,
  /** A rule is met, but only just, such as by a birthday on the cut-off itself. */
  BORDER_CASE,
  RULE_UNDECIDED,
  /** A settled reading of the notice without which the decision would have been another. */
  READING_APPLIED,
  CLASSIFIED_MARKING,
  /** Files without text, such as scans, in which no mark was looked for. */
  TEXT_NOT_SEARCHED,
  UNIT_UNKNOWN,
  UNIT_NOT_ADMITTED,
  SENDER_NOT_VERIFIED,
  CHANNEL_NOT_ADMITTED,
  CALL_UNKNOWN,
  CALL_NOT_OPEN,
  DUPLICATE_DELIVERY,
  DUPLICATE_CANDIDATE,
  /** A candidate of an earlier list is absent from a later one (decisions.md 3). */
  LIST_CHANGED,
  /** The correction term has run out without an answer (decisions.md 8). */
  CORRECTION_LAPSED,
  PACKAGE_UNREADABLE,
  PACKAGE_UNSAFE,
  PACKAGE_TOO_LARGE,
  PACKAGE_ENCRYPTED,
  MALWARE_FOUND,
  ATTACHMENT_NOT_ENCLOSED
}
