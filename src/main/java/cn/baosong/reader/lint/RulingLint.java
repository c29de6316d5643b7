package cn.baosong.reader.lint;

import cn.baosong.core.call.GuardedRuling;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Rulings for two persons that are written twice, or that nobody can make. */
final class RulingLint implements Lint {
  private static final String KEY = "rulings.secondPerson";

  @Override
  public List<Warning> warnings(Draft draft) {
    Set<GuardedRuling> guarded = draft.call().rulings().secondPerson();
    List<Warning> found = new ArrayList<>();
    if (guarded.contains(GuardedRuling.ACCEPT)
        && guarded.contains(GuardedRuling.ACCEPT_AGAINST_FINDING)) {
      found.add(
          draft.warning(
              WarningCode.RULING_COVERED,
              KEY,
              "ACCEPT 已包括 ACCEPT_AGAINST_FINDING；只想复核与系统结论相反的受理，就去掉 ACCEPT",
              "ACCEPT covers ACCEPT_AGAINST_FINDING; remove ACCEPT if only the latter is meant"));
    }
    if (guarded.contains(GuardedRuling.REFER_TO) && draft.call().departments().size() < 2) {
      found.add(
          draft.warning(
              WarningCode.RULING_IDLE,
              KEY,
              "承办处室不到两个，没有处室可转：REFER_TO 用不上；写全 departments 或去掉它",
              "with fewer than two departments nothing is referred: add departments or remove REFER_TO"));
    }
    return found;
  }
}
