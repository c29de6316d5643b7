package cn.baosong.store;

import java.util.Set;
import java.util.stream.Collectors;

/** Conditions under which a row may still be changed. */
final class Guard {
  private Guard() {}

  /** The row is in one of these states. */
  static String stateIn(Set<? extends Enum<?>> states) {
    return states.isEmpty()
        ? "1 = 0"
        : states.stream()
            .map(state -> "'" + state.name() + "'")
            .sorted()
            .collect(Collectors.joining(", ", "state in (", ")"));
  }
}
