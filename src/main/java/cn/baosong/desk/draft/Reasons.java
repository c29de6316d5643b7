package cn.baosong.desk.draft;

import cn.baosong.desk.Refusal;

/** A reason as it stands in the journal: on one line. */
final class Reasons {
  private static final int LONGEST = 500;

  private Reasons() {}

  /**
   * @throws Refusal when it says nothing or too much
   */
  static String of(String written) {
    String plain = written.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\u2028\\u2029]+", " ").strip();
    if (plain.isEmpty() || plain.length() > LONGEST) {
      throw Refusal.invalid(
          "reason",
          "请写明理由（不超过" + LONGEST + "字）。",
          "State why, in at most " + LONGEST + " characters.");
    }
    return plain;
  }
}
