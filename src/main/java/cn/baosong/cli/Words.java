package cn.baosong.cli;

import java.util.Map;

/** States and outcomes in the words that the office uses for them, Chinese first. */
final class Words {
  private static final Map<String, String> STATES =
      Map.ofEntries(
          Map.entry("ACCEPTED", "受理"),
          Map.entry("RETURNED", "退回补正"),
          Map.entry("REJECTED", "拒收"),
          Map.entry("IN_REVIEW", "由人认定"),
          Map.entry("AWAITING_PAPER", "等待纸质件"),
          Map.entry("AWAITING_ELECTRONIC", "等待电子版"),
          Map.entry("QUARANTINED", "隔离"),
          Map.entry("UNREADABLE", "打不开"),
          Map.entry("AWAITING_PARTS", "等待其余部分"),
          Map.entry("UNASSIGNED", "待认定通知或单位"),
          Map.entry("PROCESSED", "已审"),
          Map.entry("RECEIVED", "收到"),
          Map.entry("SUPERSEDED", "被替代"),
          Map.entry("WITHDRAWN", "撤回"));
  private static final Map<String, String> OUTCOMES =
      Map.of("PASS", "通过", "REMARK", "提示", "CORRECT", "补正", "REFER", "转人工", "BLOCK", "不符");

  private Words() {}

  static String state(String state) {
    return STATES.getOrDefault(state, "") + " " + state;
  }

  static String outcome(String outcome) {
    return OUTCOMES.getOrDefault(outcome, "") + " " + outcome;
  }
}
