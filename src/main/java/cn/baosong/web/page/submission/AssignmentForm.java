package cn.baosong.web.page.submission;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whose deliveries are, as a clerk typed it.
 *
 * @param s public ids of the deliveries
 * @param unit code of a unit that was proposed
 * @param other code or name of another one, which goes first
 */
public record AssignmentForm(
    @Nullable List<String> s,
    @Nullable String call,
    @Nullable String unit,
    @Nullable String other,
    @Nullable String reason) {

  static final int MOST = 100;

  /** The deliveries, each once. */
  List<String> chosen() {
    return s == null ? List.of() : s.stream().distinct().limit(MOST).toList();
  }

  /** What names the unit. */
  Optional<String> named() {
    return said(other).or(() -> said(unit));
  }

  static Optional<String> said(@Nullable String typed) {
    return Optional.ofNullable(typed).map(String::strip).filter(t -> !t.isEmpty());
  }
}
