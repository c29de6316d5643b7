package cn.baosong.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Keys in portions that one statement can bind. */
final class Batches {
  private static final int MOST = 500;

  private Batches() {}

  static List<List<String>> of(Collection<?> keys) {
    List<String> all = keys.stream().map(Object::toString).distinct().toList();
    List<List<String>> batches = new ArrayList<>();
    for (int from = 0; from < all.size(); from += MOST) {
      batches.add(all.subList(from, Math.min(all.size(), from + MOST)));
    }
    return batches;
  }
}
