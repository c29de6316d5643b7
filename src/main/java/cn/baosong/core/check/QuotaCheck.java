package cn.baosong.core.check;

import cn.baosong.core.call.Quota;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** How many candidates the unit recommends, against each quota that binds it (decisions 10). */
final class QuotaCheck implements Check {
  @Override
  public CheckName name() {
    return CheckName.QUOTA;
  }

  @Override
  public List<Finding> examine(Assessment soFar) {
    UnitCase facts = soFar.facts();
    Counted counted = Counted.of(soFar);
    List<Finding> found = new ArrayList<>();
    for (Quota quota : facts.call().quotas()) {
      if (binds(quota, facts)) {
        found.addAll(new QuotaCount(quota, counted).findings());
      }
    }
    return found;
  }

  /** A quota without kinds binds every kind that no other quota of its category names. */
  private static boolean binds(Quota quota, UnitCase facts) {
    String kind = facts.unitKind();
    if (kind.isEmpty()) {
      return false;
    }
    Set<String> named = quota.unitKinds();
    return named.contains(kind)
        || (named.isEmpty()
            && facts.call().quotas().stream()
                .filter(other -> other.category().equals(quota.category()))
                .noneMatch(other -> other.unitKinds().contains(kind)));
  }
}
