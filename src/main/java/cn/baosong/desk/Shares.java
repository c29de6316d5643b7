package cn.baosong.desk;

import cn.baosong.core.call.CallId;
import cn.baosong.core.check.FindingCode;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.dossier.Handling;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/** How much is decided without a person, and why the rest waits. */
public interface Shares {
  /** Of each call that has dossiers, by id. */
  Map<CallId, Share> byCall();

  /**
   * Dossiers, without those that a later version replaced.
   *
   * @param counts by hand, then by state; what is not there is none
   * @param reasons waiting ones by why they wait; one may wait for several reasons
   */
  record Share(Map<Handling, Map<DossierState, Long>> counts, Map<FindingCode, Long> reasons) {
    public static final Share NONE = new Share(Map.of(), Map.of());

    public Share {
      counts = Map.copyOf(counts);
      reasons = Map.copyOf(reasons);
    }

    public long of(Handling hand) {
      return counts.getOrDefault(hand, Map.of()).values().stream().mapToLong(Long::longValue).sum();
    }

    public long of(Handling hand, DossierState state) {
      return counts.getOrDefault(hand, Map.of()).getOrDefault(state, 0L);
    }

    public long total() {
      return of(Handling.MACHINE) + of(Handling.PERSON) + of(Handling.WAITING);
    }

    /** Of how many in a hundred no person had to look, rounded down; empty while there are none. */
    public OptionalInt percent() {
      return total() == 0
          ? OptionalInt.empty()
          : OptionalInt.of((int) (100 * of(Handling.MACHINE) / total()));
    }

    /** By hand, then by state, in words of the machine interface. */
    public Map<String, Map<String, Long>> states() {
      Map<String, Map<String, Long>> named = new TreeMap<>();
      counts.forEach(
          (hand, states) -> {
            Map<String, Long> of = new TreeMap<>();
            states.forEach((state, n) -> of.put(state.name(), n));
            named.put(hand.name(), of);
          });
      return named;
    }

    /** What most of the waiting ones wait for comes first. */
    public List<Map.Entry<FindingCode, Long>> gravest() {
      return reasons.entrySet().stream()
          .sorted(
              Map.Entry.<FindingCode, Long>comparingByValue()
                  .reversed()
                  .thenComparing(Map.Entry.comparingByKey()))
          .toList();
    }

    /** All of them together. */
    public static Share sum(Collection<Share> shares) {
      return shares.stream().reduce(NONE, Share::plus);
    }

    private Share plus(Share other) {
      Map<Handling, Map<DossierState, Long>> sums = new TreeMap<>();
      counts.forEach((hand, states) -> sums.put(hand, new TreeMap<>(states)));
      other.counts.forEach(
          (hand, states) ->
              states.forEach(
                  (state, n) ->
                      sums.computeIfAbsent(hand, h -> new TreeMap<>()).merge(state, n, Long::sum)));
      Map<FindingCode, Long> why = new TreeMap<>(reasons);
      other.reasons.forEach((code, n) -> why.merge(code, n, Long::sum));
      return new Share(sums, why);
    }
  }
}
