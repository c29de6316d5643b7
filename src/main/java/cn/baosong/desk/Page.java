package cn.baosong.desk;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param next where the following page begins; empty on the last one
 * @param previous where the page before it ends; empty on the first one
 */
public record Page<T>(List<T> items, Optional<Place> next, Optional<Place> previous) {
  public Page {
    items = List.copyOf(items);
  }

  public Page(List<T> items, Optional<Place> next) {
    this(items, next, Optional.empty());
  }

  /** The same page with each item shown in another way. */
  public <S> Page<S> map(Function<? super T, ? extends S> show) {
    return new Page<>(items.stream().<S>map(show).toList(), next, previous);
  }
}
