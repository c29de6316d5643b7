package cn.baosong.core.call;

import java.util.Optional;
import java.util.Set;

/**
 * How many candidates may be recommended.
 *
 * @param id within the call
 * @param unitKinds kinds it binds; empty means every kind that no other quota of the same category
 *     names
 * @param category category or tier it binds; empty means all together
 * @param per whose candidates are counted together
 * @param limit the highest number; empty where the notice says that there is none (不限名额)
 * @param force HARD returns the list to the unit; SOFT only remarks
 * @param exempt candidates for whom this holds are not counted
 * @param atLeast composition: at least so many of them ...
 * @param among ... for whom this holds
 */
public record Quota(
    String id,
    Set<String> unitKinds,
    Optional<String> category,
    Per per,
    Optional<Integer> limit,
    Force force,
    Optional<Condition> exempt,
    Optional<Integer> atLeast,
    Optional<Condition> among,
    Clause clause) {
  public Quota {
    unitKinds = Set.copyOf(unitKinds);
    if (limit.filter(most -> most < 0).isPresent()) {
      throw new IllegalArgumentException(id + ": a quota is never negative");
    }
  }

  /** UNIT: each unit has the limit. CALL: all units share it, so that it only ever remarks. */
  public enum Per {
    UNIT,
    CALL
  }
}
