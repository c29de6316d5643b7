package cn.baosong.desk;

/**
 * What happened, by whom and why: every change of the record carries one, and each becomes a line
 * of the journal.
 *
 * @param by user name, or {@link #MACHINE}
 */
public record Act(Kind kind, String by, String reason) {
  public static final String MACHINE = "system";

  public static Act byMachine(Kind kind) {
    return new Act(kind, MACHINE, "");
  }

  /** The acts of the office. */
  public enum Kind {
    SUBMISSION_RECEIVED,
    RECEIPT_ADDED,
    SUBMISSION_OPENED,
    SUBMISSION_HELD,
    SUBMISSION_ASSIGNED,
    SUBMISSION_PROCESSED,
    SUBMISSION_SEALED,
    SUBMISSION_CLEARED,
    SUBMISSION_RELEASED,
    SUBMISSION_DISMISSED,
    SUBMISSION_RESTORED,
    SENDER_BOUND,
    SENDER_TAKEN_BACK,
    DOSSIER_FILED,
    DOSSIER_DECIDED,
    DOSSIER_RULED,
    RULING_PROPOSED,
    RULING_CONFIRMED,
    RULING_DECLINED,
    RULING_DROPPED,
    DECISION_MADE,
    PAPER_REGISTERED,
    PAPER_CONFIRMED,
    LETTER_WRITTEN,
    LETTER_RELEASED,
    LETTER_STOPPED,
    LETTER_SENT,
    MAIL_QUEUED,
    MAIL_WITHHELD,
    MAIL_SENT,
    MAIL_REFUSED,
    MAIL_BOUNCED,
    MAIL_AGAIN,
    UNIT_CALLED,
    UNIT_REMINDED,
    CONTACT_NOTED,
    TERM_STARTED,
    QUEUED,
    QUEUE_CLAIMED,
    QUEUE_HANDED_OVER,
    QUEUE_RETURNED,
    QUEUE_REMOVED,
    CASE_TAKEN,
    CASE_DELIVERED,
    UNITS_REPLACED,
    AMBIGUITY_SETTLED,
    AMBIGUITY_REOPENED,
    CALL_DRAFTED,
    CALL_SUBMITTED,
    CALL_WITHDRAWN,
    CALL_PUBLISHED,
    CALL_WRITTEN,
    CALL_HELD_BACK,
    CALL_IN_EFFECT,
    MATERIAL_READ,
    IDENTITY_SHOWN,
    ROUTE_CHANGED,
    FAILURE_RETRIED,
    LIST_EXPORTED,
    ACCESS_REFUSED,
    LOGIN_LOCKED,
    ACCOUNT_CHANGED,
    TOKEN_ISSUED,
    TOKEN_REVOKED
  }
}
