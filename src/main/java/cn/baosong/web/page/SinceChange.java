package cn.baosong.web.page;

import cn.baosong.desk.Changes;
import java.time.Clock;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/** Answers that hold until the record changes: found once, however many ask meanwhile. */
public final class SinceChange<K, V> {
  private static final int MOST = 100;

  private final Supplier<Moment> now;
  private final Function<K, V> find;
  private final ConcurrentHashMap<K, Answer<V>> known = new ConcurrentHashMap<>();

  public SinceChange(Changes changes, Function<K, V> find) {
    this(() -> new Moment(changes.latest(), 0), find);
  }

  private SinceChange(Supplier<Moment> now, Function<K, V> find) {
    this.now = now;
    this.find = find;
  }

  /**
   * Of what also changes without an act: an answer holds until the record changes or the second is
   * over.
   *
   * @param machine real time
   */
  public static <K, V> SinceChange<K, V> orSecond(
      Changes changes, Clock machine, Function<K, V> find) {
    return new SinceChange<>(
        () -> new Moment(changes.latest(), machine.instant().getEpochSecond()), find);
  }

  private record Moment(long act, long second) {
    /** Whoever was slow to ask is served by an answer that is newer than they need. */
    boolean isCoveredBy(Moment other) {
      return other.act >= act && other.second >= second;
    }
  }

  private record Answer<V>(Moment at, V value) {}

  public V get(K question) {
    return get(question, Long.MAX_VALUE);
  }

  /**
   * For somebody who has been told of an act and will be told of those behind it.
   *
   * @param told number of that act; the answer may be older than the acts behind it
   */
  public V get(K question, long told) {
    Moment moment = now.get();
    Moment asked = new Moment(Math.min(moment.act(), told), moment.second());
    if (known.size() >= MOST) {
      known.clear();
    }
    return known
        .compute(
            question,
            (same, before) ->
                before != null && asked.isCoveredBy(before.at())
                    ? before
                    : new Answer<>(moment, find.apply(question)))
        .value();
  }
}
