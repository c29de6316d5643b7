package cn.baosong.web.page.missing;

import cn.baosong.core.call.CallId;
import cn.baosong.core.decision.UnitStanding;
import cn.baosong.desk.MissingUnits.Filter;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the list is narrowed to, as a link says it; what cannot be right is left out.
 *
 * @param kind of unit, in the words of the call
 * @param q part of a name, an alias, a code, a contact or a telephone
 */
public record MissingForm(
    @Nullable String call, @Nullable String kind, @Nullable String standing, @Nullable String q) {

  Optional<CallId> id() {
    try {
      return said(call).map(CallId::new);
    } catch (IllegalArgumentException nonsense) {
      return Optional.empty();
    }
  }

  Filter filter() {
    return new Filter(
        said(kind),
        said(standing)
            .flatMap(
                s ->
                    Arrays.stream(UnitStanding.values())
                        .filter(known -> known.name().equals(s))
                        .findFirst()),
        said(q));
  }

  /** Whether it leaves anything of the call out. */
  public boolean isNarrow() {
    return !filter().equals(Filter.ALL);
  }

  static Optional<String> said(@Nullable String typed) {
    return Optional.ofNullable(typed).map(String::strip).filter(t -> !t.isEmpty());
  }
}
