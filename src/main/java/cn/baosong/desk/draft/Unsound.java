package cn.baosong.desk.draft;

import cn.baosong.core.call.CallFault;
import cn.baosong.desk.Refusal;
import java.util.List;
import java.util.stream.Collectors;

/** Why a draft that fails its check goes no further. */
final class Unsound {
  private static final int TOLD = 3;

  private Unsound() {}

  /**
   * @throws Refusal when anything keeps it from effect
   */
  static void check(CallCheck check) {
    List<CallFault> faults = check.faults();
    if (!faults.isEmpty()) {
      throw Refusal.conflict(
          "files",
          "检查未通过，有 "
              + faults.size()
              + " 处错："
              + some(faults, f -> f.file() + " 第" + f.line() + "行 " + f.zh(), "；"),
          "The check finds "
              + faults.size()
              + " faults: "
              + some(faults, f -> f.file() + ":" + f.line() + " " + f.en(), "; "));
    }
  }

  private static String some(
      List<CallFault> faults, java.util.function.Function<CallFault, String> tell, String between) {
    return faults.stream().limit(TOLD).map(tell).collect(Collectors.joining(between));
  }
}
