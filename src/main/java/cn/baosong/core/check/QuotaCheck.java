package cn.baosong.core.check;

import cn.baosong.core.call.Quota;
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
    List<List<Finding>> readings =
        facts.call().readings(Options.countsAs(facts.unitKind()), facts.unitKind()).stream()
            .map(kind -> findings(kind, counted))
            .distinct()
            .toList();
    return readings.size() == 1 ? readings.get(0) : doubtful(readings);
  }

  private static List<Finding> findings(String kind, Counted counted) {
    List<Quota> quotas = counted.succession().facts().call().quotas();
    return quotas.stream()
        .filter(quota -> binds(quota, kind, quotas))
        .flatMap(quota -> new QuotaCount(quota, counted).findings().stream())
        .toList();
  }

  /** Which quota holds hangs on a question that nobody has settled (A29, A37). */
  private static List<Finding> doubtful(List<List<Finding>> readings) {
    return readings.stream()
        .flatMap(List::stream)
        .distinct()
        .map(
            finding ->
                readings.stream().allMatch(reading -> reading.contains(finding))
                    ? finding
                    : finding.as(Outcome.REFER, "该单位按哪一类单位计算指标，通知未载明，由工作人员认定。"))
        .toList();
  }

  /** A quota without kinds binds every kind that no other quota of its category names. */
  private static boolean binds(Quota quota, String kind, List<Quota> quotas) {
    if (kind.isEmpty()) {
      return false;
    }
    Set<String> named = quota.unitKinds();
    return named.contains(kind)
        || (named.isEmpty()
            && quotas.stream()
                .filter(other -> other.category().equals(quota.category()))
                .noneMatch(other -> other.unitKinds().contains(kind)));
  }
}
