package cn.baosong.core.notice;

import java.util.Arrays;
import java.util.Optional;

/**
 * A fact that a template names in braces, such as <code>{number}</code>.
 *
 * <p>A paragraph or table row that names a fact which this letter does not have is left out whole,
 * so that a template needs no conditions.
 */
enum Fact {
  /** Number of the delivery. */
  NUMBER("number"),
  /** Name of the unit, where it is known. */
  UNIT("unit"),
  /** Title of the notice in 《》 with its number or 未载明; absent while the call is unknown. */
  NOTICE("notice"),
  /** The material the letter speaks of: that of the notice, or simply what was delivered. */
  MATERIAL("material"),
  /** The office that writes. */
  OFFICE("office"),
  /** Who to ask, with telephone. */
  CONTACT("contact"),
  ADDRESS("address"),
  CHANNEL("channel"),
  /** Display name of the package, as the sender wrote it. */
  NAME("name"),
  SIZE("size"),
  /** First 16 hex digits of the SHA-256. */
  DIGEST("digest"),
  SENT("sent"),
  SENT_SOURCE("sentSource"),
  RECEIVED("received"),
  RECEIVED_SOURCE("receivedSource"),
  /** When these very bytes had first been received; absent at the first arrival. */
  EARLIER("earlier"),
  /** Whether what was delivered will be scanned for malware. */
  SCAN("scan"),
  /** Names of candidates of whom only paper has come. */
  ELECTRONIC_MISSING("electronicMissing"),
  /** Number of people the letter concerns. */
  COUNT("count"),
  /** Last day of the correction term, or that it will be told. */
  DUE("due"),
  /** The notice's words on the deadline; when lateness is the ground, and in a reminder. */
  DEADLINE_CLAUSE("deadlineClause"),
  /** The notice's words on the consequence, where they differ from those on the deadline. */
  CONSEQUENCE_CLAUSE("consequenceClause"),
  /** How lateness was computed. */
  COMPUTATION("computation"),
  /** The notice's words on who may submit. */
  ADMISSION_CLAUSE("admissionClause"),
  /** Where a redirected unit turns to, in the words of the call. */
  REDIRECTION("redirection"),
  /** The words of the notice that paper and data must agree. */
  CONSISTENCY_CLAUSE("consistency"),
  /** The notice's words on materials going back. */
  RETURN_POLICY("returnPolicy"),
  /** Numbers of the earlier versions that this delivery replaces. */
  REPLACED("replaced"),
  /** Title and reference of an earlier refusal that no longer holds. */
  REVOKED("revoked"),
  /** How the office reads what the notice leaves open, where it decided this case. */
  READINGS("readings"),
  /** Number of the first delivery of the same content. */
  FIRST("first"),
  /** Whether a machine or which person decided. */
  DECIDED_BY("decidedBy"),
  /** The call's version under which it was decided. */
  VERSION("version"),
  /** Until when nothing more of the unit was on record. */
  AS_OF("asOf"),
  /** What of the unit's material has not come. */
  STANDING("standing"),
  /** Last day of the window. */
  DEADLINE("deadline"),
  DAYS_LEFT("daysLeft"),
  /** What the deadline is held against. */
  BASIS("basis"),
  /** How many the unit may recommend. */
  QUOTA("quota"),
  /** The notice's words on how many. */
  QUOTA_CLAUSE("quotaClause"),
  /** The notice's words on how to deliver. */
  WAY_CLAUSE("wayClause"),
  /** What a parcel goes by at its carrier. */
  PARCEL("parcel"),
  /** Names of those whose paper a parcel holds. */
  PEOPLE("people"),
  /** To which office, notice or unit a parcel was sent on. */
  TRANSFERRED("transferred"),
  TRANSFERRED_AT("transferredAt"),
  /** Why, in the words of whoever did it. */
  REASON("reason"),
  /** Where e-mail goes. */
  MAILBOXES("mailboxes"),
  /** That the system issued it, or that it waits for the seal. */
  ISSUED("issued");

  private final String key;

  Fact(String key) {
    this.key = key;
  }

  static Optional<Fact> named(String key) {
    return Arrays.stream(values()).filter(fact -> fact.key.equals(key)).findFirst();
  }
}
