package cn.baosong.reader.feel;

import cn.baosong.core.call.WorkingDays;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What the functions for authors look up.
 *
 * @param dates the days that a date as written allows; empty when it cannot be read
 * @param titleLevels the levels that a title as written allows, 0 (none) to 4 (正高); empty when the
 *     title is unknown
 */
public record Lookups(
    Function<String, Optional<Days>> dates,
    Function<String, Set<Integer>> titleLevels,
    WorkingDays workingDays) {

  /** The days that a partial date allows, both included. */
  public record Days(LocalDate first, LocalDate last) {}
}
