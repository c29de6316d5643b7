package cn.baosong.core.check;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A case on its way through the checks: the facts, and what each check that ran has found.
 * Immutable; every step answers a new one.
 */
public record Assessment(UnitCase facts, Map<CheckName, List<Finding>> found) {
  public Assessment {
    found = Map.copyOf(found);
  }

  public static Assessment of(UnitCase facts) {
    return new Assessment(facts, Map.of());
  }

  /** This assessment with a check's findings added. */
  public Assessment after(Check check) {
    Map<CheckName, List<Finding>> more = new EnumMap<>(CheckName.class);
    more.putAll(found);
    more.put(check.name(), List.copyOf(check.examine(this)));
    return new Assessment(facts, more);
  }

  /** All findings so far, in the order of the checks. */
  public List<Finding> findings() {
    List<Finding> all = new ArrayList<>();
    for (CheckName name : CheckName.values()) {
      all.addAll(found.getOrDefault(name, List.of()));
    }
    return all;
  }

  /** Whether every check ran; a decision refers to a person when one did not. */
  public boolean isComplete() {
    return found.size() == CheckName.values().length;
  }
}
