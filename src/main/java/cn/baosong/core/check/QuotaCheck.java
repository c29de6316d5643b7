package cn.baosong.core.check;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.Quota;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How many candidates the unit recommends, against each quota that binds it (decisions 10). */
final class QuotaCheck implements Check {
  /** Which quota holds hangs on a question that nobody has settled (A29, A37). */
  private static final String DOUBT = "该单位按哪一类单位计算指标，通知未载明，由工作人员认定。";

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
    return new Readings(readings.get(0), readings.subList(1, readings.size())).merged(DOUBT);
  }

  private static List<Finding> findings(String kind, Counted counted) {
    Call call = counted.succession().facts().call();
    // Of a unit whose kind nobody knows none is counted: a person finds out first.
    if (kind.isEmpty()) {
      return List.of();
    }
    Counted limited = counted.without(free(call.quotasOf(kind)));
    return Stream.concat(
            call.quotasOf(kind).stream()
                .flatMap(
                    quota ->
                        new QuotaCount(quota, quota.category().isEmpty() ? limited : counted)
                            .findings().stream()),
            call.pools(kind).stream()
                .flatMap(pool -> new PoolCount(pool, counted).findings().stream()))
        .toList();
  }

  /** Categories without limit: they do not take from the number for all together either. */
  private static Set<String> free(List<Quota> quotas) {
    return quotas.stream()
        .filter(quota -> quota.limit().isEmpty())
        .flatMap(quota -> quota.category().stream())
        .collect(Collectors.toSet());
  }
}
