package cn.baosong.reader.call;

import cn.baosong.core.call.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Two entries of a list that claim the same case, neither more precisely than the other, and no
 * third one that settles it: nobody could say which holds.
 */
final class Overlaps {
  private Overlaps() {}

  /**
   * @param entries where the things of the list are written
   * @param of which of them stand against each other
   */
  static <T> void tell(
      List<Entry> entries, List<T> read, Predicate<T> of, Function<T, Scope> scope) {
    List<Scope> before = new ArrayList<>();
    List<Scope> all = read.stream().filter(of).map(scope).toList();
    for (int i = 0; i < read.size(); i++) {
      if (of.test(read.get(i))) {
        Scope own = scope.apply(read.get(i));
        if (before.stream().anyMatch(other -> clash(own, other, all))) {
          entries
              .get(i)
              .fault("与前面一条管的范围有重叠，又分不出哪一条更具体", "overlaps an earlier one, neither is more precise");
        }
        before.add(own);
      }
    }
  }

  private static boolean clash(Scope one, Scope other, List<Scope> all) {
    if (one.equals(other)) {
      return true;
    }
    return !one.isWithin(other)
        && !other.isWithin(one)
        && one.both(other).filter(common -> !all.contains(common)).isPresent();
  }
}
