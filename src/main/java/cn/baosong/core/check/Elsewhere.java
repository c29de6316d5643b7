package cn.baosong.core.check;

import cn.baosong.core.call.Quota;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What stands live under the other units of a call, as far as it bears on one unit.
 *
 * @param candidates keys of the unit's own candidates that others recommend too
 * @param counts how many the others recommend, where the call has quotas that all units share
 */
public record Elsewhere(Set<String> candidates, List<Count> counts) {
  public static final Elsewhere NOTHING = new Elsewhere(Set.of(), List.of());

  public Elsewhere {
    candidates = Set.copyOf(candidates);
    counts = List.copyOf(counts);
  }

  /** The candidates that another unit recommends in a category. */
  public record Count(String unitKind, Optional<String> category, int candidates) {}

  /** How many of the others' candidates a shared quota counts. */
  int in(Quota pool) {
    return counts.stream()
        .filter(c -> pool.unitKinds().isEmpty() || pool.unitKinds().contains(c.unitKind()))
        .filter(c -> pool.category().isEmpty() || pool.category().equals(c.category()))
        .mapToInt(Count::candidates)
        .sum();
  }
}
