package cn.baosong.reader.lint;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.Force;
import cn.baosong.core.call.Quota;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A kind of unit that no binding quota names while others are bound: its list is not counted. A
 * kind whose quota an ambiguity leaves open is told there.
 */
final class QuotaLint implements Lint {
  @Override
  public List<Warning> warnings(Draft draft) {
    Call call = draft.call();
    List<Quota> hard = call.quotas().stream().filter(q -> q.force() == Force.HARD).toList();
    List<Warning> found = new ArrayList<>();
    if (hard.isEmpty()) {
      return found;
    }
    for (String kind : new TreeSet<>(call.admission().kinds().keySet())) {
      boolean bound = call.quotas().stream().anyMatch(q -> binds(q, kind));
      boolean open =
          call.ambiguities().stream().anyMatch(a -> a.key().equals("kind." + kind + ".countsAs"));
      if (!bound && !open) {
        found.add(
            draft.warning(
                WarningCode.QUOTA_MISSING,
                "submitters.kinds." + kind,
                "别的单位有指标，类别 " + kind + " 没有：它报多少都不核",
                "others have a quota, " + kind + " has none: its list is not counted"));
      }
    }
    if (hard.stream().allMatch(q -> q.category().isPresent())) {
      categories(call).stream()
          .filter(c -> call.quotas().stream().noneMatch(q -> q.category().equals(Optional.of(c))))
          .map(
              category ->
                  draft.warning(
                      WarningCode.QUOTA_MISSING,
                      "quotas",
                      "别的类别有指标，“" + category + "”没有：报多少都不核",
                      "others have a quota, " + category + " has none: it is not counted"))
          .forEach(found::add);
    }
    return found;
  }

  private static List<String> categories(Call call) {
    return call.form().fields().stream()
        .filter(field -> call.categoryField().equals(Optional.of(field.name())))
        .flatMap(field -> field.choices().stream())
        .toList();
  }

  private static boolean binds(Quota quota, String kind) {
    Set<String> kinds = quota.unitKinds();
    return kinds.isEmpty() || kinds.contains(kind);
  }
}
