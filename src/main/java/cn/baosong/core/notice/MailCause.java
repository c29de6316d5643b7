package cn.baosong.core.notice;

/**
 * Why a server did not take a letter, in the office's words (wording {@code mailing.cause.*}), and
 * what follows.
 */
public enum MailCause {
  /** No such mailbox (RFC 3463 X.1.1), or one that is closed. */
  UNKNOWN_ADDRESS(Verdict.REFUSED),
  /** The address is no address. */
  MALFORMED_ADDRESS(Verdict.REFUSED),
  /** The mailbox is full. */
  MAILBOX_FULL(Verdict.LATER),
  /** Too many letters in too little time. */
  FREQUENCY(Verdict.PROVIDER_PAUSES),
  /** Taken for spam. */
  SPAM(Verdict.PROVIDER_PAUSES),
  /** Our server's address or domain is blocked there. */
  BLOCKED(Verdict.PROVIDER_PAUSES),
  /** The letter is larger than the other side takes. */
  TOO_LARGE(Verdict.REFUSED),
  /** The server does not let us send from this address. */
  SENDER_NOT_ALLOWED(Verdict.LINE_DOWN),
  /** User or authorization code is wrong. */
  NOT_AUTHENTICATED(Verdict.LINE_DOWN),
  /** No encrypted connection: STARTTLS missing, or a certificate that proves nothing. */
  NOT_ENCRYPTED(Verdict.LINE_DOWN),
  /** Nobody answers. */
  UNREACHABLE(Verdict.LINE_DOWN),
  /** The server sends us away before it has heard of a letter. */
  CLOSED(Verdict.LINE_DOWN),
  /** The connection broke; whether the letter arrived is unknown. */
  CUT(Verdict.LATER),
  /** Put off. */
  TEMPORARY(Verdict.LATER),
  /** Refused for another reason. */
  REFUSED(Verdict.REFUSED),
  /** Put off for longer than the office tries. */
  GIVEN_UP(Verdict.REFUSED),
  /** Came back after it was taken. */
  CAME_BACK(Verdict.REFUSED),
  /** The office's own number of letters a day is reached. */
  DAILY_CAP(Verdict.LINE_DOWN);

  private final Verdict verdict;

  MailCause(Verdict verdict) {
    this.verdict = verdict;
  }

  public Verdict verdict() {
    return verdict;
  }

  /** What follows from a cause. */
  public enum Verdict {
    /** Tried again after the usual pause. */
    LATER,
    /** Tried again after a long pause, in which nothing goes to this provider. */
    PROVIDER_PAUSES,
    /** Nothing can be sent at all; the letter is not to blame, and an operator is told. */
    LINE_DOWN,
    /** Not tried again; the unit is rung up. */
    REFUSED
  }
}
