package cn.baosong.core.notice;

import java.util.Locale;

/** A short wording that a letter composes its facts with; the words stand in a resource. */
public enum Phrase {
  /** Addressee while the unit is unknown. */
  UNKNOWN_UNIT,
  /** Issuer while neither call nor settings name the office. */
  UNKNOWN_OFFICE,
  /** A number or date that the notice does not print. */
  NOT_STATED,
  /** Title, number. */
  NOTICE,
  /** Notice. */
  MATERIAL_OF_NOTICE,
  MATERIAL_UNKNOWN,
  /** Number of the delivery, serial of the letter. */
  REFERENCE,
  /** Who, telephone. */
  CONTACT,
  UNKNOWN_CONTACT,
  /** Bytes, the same in a larger unit. */
  SIZE,
  /** Time, zone. */
  MOMENT,
  /** Earliest, latest, zone. */
  BETWEEN,
  BEIJING_TIME,
  /** Source, class of trust. */
  SOURCE,
  TRUST_A,
  TRUST_B,
  TRUST_C,
  EVIDENCE_SENT,
  EVIDENCE_RECEIVED,
  /** Carrier, item number. */
  EVIDENCE_DISPATCH,
  EVIDENCE_ARRIVAL,
  EVIDENCE_COUNTER,
  EVIDENCE_REGISTERED,
  EVIDENCE_OUTAGE,
  EVIDENCE_OUTAGE_EFFECT,
  EVIDENCE_REMARK,
  EVIDENCE_OFFICE,
  /** Date. */
  DUE,
  DUE_LATER,
  /** Date, the earliest by any reading. */
  DUE_EARLIEST,
  /** Number. */
  DAYS,
  TODAY,
  BASIS_POSTMARK,
  BASIS_ARRIVAL,
  BASIS_RECEIPT,
  BASIS_OPEN,
  MISSING_ALL,
  MISSING_CORRECTION,
  MISSING_ELECTRONIC,
  MISSING_PAPER,
  /** Number of people. */
  PEOPLE_AT_MOST,
  PEOPLE_FREE,
  /** Category, number of people. */
  QUOTA_OF,
  /** Name of the office that a parcel was sent on to. */
  TRANSFER_OFFICE,
  /** Notice that a parcel was moved to. */
  TRANSFER_NOTICE,
  TRANSFER_UNIT,
  /** Number of a letter that answers no delivery. */
  REFERENCE_ALONE,
  /** Number of working days. */
  DUE_FROM_DELIVERY,
  /** Title, reference. */
  REVOKED,
  WHOLE_DELIVERY,
  /** No scanner is configured: nothing claims to have been scanned. */
  SCAN_NONE,
  SCAN_PENDING,
  NO_CATEGORY,
  ALL_CATEGORIES,
  /** Number of people. */
  PEOPLE,
  NO_CLAUSE,
  /** Words, place. */
  CLAUSE,
  /** Matter, place. */
  MATTER_AT,
  RULED,
  RULED_REMEDY,
  LATE_NO_CONSEQUENCE,
  PENDING_OTHER,
  STANDS_ACCEPTED,
  STANDS_RETURNED,
  STANDS_OPEN,
  BY_SYSTEM,
  /** Who. */
  BY_PERSON,
  /** Call, version. */
  VERSION,
  ISSUED_BY_SYSTEM,
  ISSUED_FOR_SEAL,
  /** Title of the letter, number of the delivery, name of the office. */
  MAIL_SUBJECT,
  /** Addressee. */
  MAIL_GREETING,
  /** Title of the letter, number of the delivery, what it answers. */
  MAIL_ENCLOSED,
  /** Whom to speak to. */
  MAIL_CONTACT,
  /** Title, number, material: of a letter that answers no delivery. */
  MAIL_ABOUT,
  /** Who to ask, where there is no delivery to name. */
  MAIL_ASK,
  /** Title of the letter, number of the delivery. */
  MAIL_FOOT;

  /** The key of its words, such as {@code unknown-unit}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
