package cn.baosong.web.page;

import cn.baosong.desk.Changes;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Answers that hold until the record changes: found once, however many ask meanwhile. */
public final class SinceChange<K, V> {
  private static final int MOST = 100;

  private final Changes changes;
  private final Function<K, V> find;
  private final ConcurrentHashMap<K, Answer<V>> known = new ConcurrentHashMap<>();

  public SinceChange(Changes changes, Function<K, V> find) {
    this.changes = changes;
    this.find = find;
  }

  private record Answer<V>(long at, V value) {}

  public V get(K question) {
    long now = changes.latest();
    if (known.size() >= MOST) {
      known.clear();
    }
    return known
        .compute(
            question,
            (same, before) ->
                before != null && before.at() == now
                    ? before
                    : new Answer<>(now, find.apply(question)))
        .value();
  }
}
