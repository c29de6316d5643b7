package cn.baosong.core.call;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Whom a deadline or a department is there for.
 *
 * @param kinds kinds of unit; empty means all
 * @param others channels of a deadline, categories of a department; empty means all
 */
public record Scope(Set<String> kinds, Set<String> others) {
  public Scope {
    kinds = Set.copyOf(kinds);
    others = Set.copyOf(others);
  }

  public boolean holds(String kind, Optional<String> other) {
    return (kinds.isEmpty() || kinds.contains(kind))
        && (others.isEmpty() || other.filter(others::contains).isPresent());
  }

  /** Whether all that it holds for is held by the other as well. */
  public boolean isWithin(Scope wider) {
    return isWithin(kinds, wider.kinds) && isWithin(others, wider.others);
  }

  private static boolean isWithin(Set<String> some, Set<String> all) {
    return all.isEmpty() || (!some.isEmpty() && all.containsAll(some));
  }

  /** What both hold for; empty when there is nothing. */
  public Optional<Scope> both(Scope other) {
    Optional<Set<String>> kind = both(kinds, other.kinds);
    return both(others, other.others).flatMap(o -> kind.map(k -> new Scope(k, o)));
  }

  private static Optional<Set<String>> both(Set<String> some, Set<String> more) {
    if (some.isEmpty() || more.isEmpty()) {
      return Optional.of(some.isEmpty() ? more : some);
    }
    return Optional.of(some.stream().filter(more::contains).collect(Collectors.toSet()))
        .filter(common -> !common.isEmpty());
  }

  /** The one that says most precisely whom it is for; of equals the first. */
  static <T> Optional<T> narrowest(List<T> all, Function<T, Scope> scope) {
    return all.stream()
        .reduce(
            (one, next) -> {
              boolean narrower =
                  scope.apply(next).isWithin(scope.apply(one))
                      && !scope.apply(one).isWithin(scope.apply(next));
              return narrower ? next : one;
            });
  }
}
