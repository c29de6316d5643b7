package cn.baosong.camel;

/**
 * The names of the exchange variables that routes may rely on (contract.md, section 10). Facts
 * travel as variables and never as headers, since a sender can write headers.
 */
public final class Facts {
  /** Channel code, such as {@code folder}. */
  public static final String CHANNEL = "channel";

  /** What the source calls the item. */
  public static final String NATIVE_ID = "nativeId";

  /** Display name of the package. */
  public static final String NAME = "name";

  /** Unit code or name that the place of arrival stands for; empty when none. */
  public static final String FOLDER_UNIT = "folderUnit";

  /** {@code TimeEvidence} of receipt; now, class B, when a route sets none. */
  public static final String RECEIVED = "received";

  /** {@code TimeEvidence} of sending, where known apart from receipt. */
  public static final String SENT = "sent";

  /** {@code Interval} in which the source could not be looked into before it showed the item. */
  public static final String OUTAGE = "outage";

  /** What a person should know of the arrival: a list of sentences in Chinese. */
  public static final String REMARKS = "remarks";

  /** Whether all bytes are here already, so that their source has time for the next ones. */
  public static final String READ = "read";

  /** The number given by {@code direct:receive-submission}. */
  public static final String SUBMISSION = "submission";

  /** Id of the department that a case is delivered to. */
  public static final String DEPARTMENT = "department";

  /** Number of the dossier that is delivered. */
  public static final String DOSSIER = "dossier";

  /** SHA-256 of the bag that is delivered, in hexadecimal. */
  public static final String DIGEST = "digest";

  /** The route that delivers to the department. */
  public static final String ROUTE = "route";

  /** What is delivered, to be marked so. */
  static final String CONSIGNMENT = "consignment";

  private Facts() {}
}
