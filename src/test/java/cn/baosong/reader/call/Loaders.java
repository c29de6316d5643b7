package cn.baosong.reader.call;

import cn.baosong.core.call.WorkingDays;
import cn.baosong.reader.feel.Conditions;
import cn.baosong.reader.feel.Lookups;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A loader with a small table of titles and whole dates only. */
final class Loaders {
  private static final Map<String, Integer> TITLES = Map.of("教授", 4, "高级工程师", 3, "工程师", 2);

  private Loaders() {}

  static CallLoader loader() {
    return new CallLoader(
        new Conditions(new Lookups(Loaders::days, Loaders::levels, new WorkingDays(Map.of()))));
  }

  private static Optional<Lookups.Days> days(String text) {
    return text.matches("\\d{4}-\\d\\d-\\d\\d")
        ? Optional.of(new Lookups.Days(LocalDate.parse(text), LocalDate.parse(text)))
        : Optional.empty();
  }

  private static Set<Integer> levels(String title) {
    return TITLES.containsKey(title) ? Set.of(TITLES.get(title)) : Set.of();
  }
}
