package cn.baosong.core.check;

/** Option keys of a call, and their readings, that the machinery knows (domain.md 1.9). */
final class Options {
  /** A04: which postmark counts. */
  static final String POSTMARK_KIND = "postmark.kind";

  static final String DISPATCH = "DISPATCH";

  /** A04: what counts for a private courier, who has no postmark. */
  static final String COURIER_RULE = "courier.rule";

  static final String ACCEPTANCE_SCAN = "ACCEPTANCE_SCAN";
  static final String RECEIPT = "RECEIPT";
  static final String NOT_ALLOWED = "NOT_ALLOWED";

  /** A07: whether handing in is admitted where the notice says by post. */
  static final String COUNTER = "channels.counter";

  /** A03, A14: what a late electronic part means beside a timely paper. */
  static final String ELECTRONIC_DATE_RULE = "electronic.dateRule";

  static final String SAME_AS_PAPER = "SAME_AS_PAPER";

  private Options() {}
}
