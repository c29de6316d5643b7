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

  /** A36: when a composition binds. */
  static final String COMPOSITION = "quota.composition";

  static final String ALWAYS = "ALWAYS";
  static final String WHEN_ENOUGH = "WHEN_ENOUGH";
  static final String IN_PROPORTION = "IN_PROPORTION";

  /** A38: whether units of a kind deliver themselves. */
  static String admitted(String kind) {
    return "kind." + kind + ".admitted";
  }

  /** A29, A37: as which kind units of a kind count in quotas. */
  static String countsAs(String kind) {
    return "kind." + kind + ".countsAs";
  }

  private Options() {}
}
