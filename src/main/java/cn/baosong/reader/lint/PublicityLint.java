package cn.baosong.reader.lint;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.Deadline;
import cn.baosong.core.call.Procedure;
import cn.baosong.core.call.WorkingDays;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Publicities that cannot end in time even when the first is posted on the day of the notice and
 * each next one at once (domain.md 1.6, 2.2).
 */
final class PublicityLint implements Lint {
  @Override
  public List<Warning> warnings(Draft draft) {
    Call call = draft.call();
    List<Warning> found = new ArrayList<>();
    for (int i = 0; i < call.procedures().size(); i++) {
      Procedure publicity = call.procedures().get(i);
      if (publicity.minDays().isPresent()) {
        of(publicity, "procedures[" + i + "].minDays", draft).ifPresent(found::add);
      }
    }
    return found;
  }

  private static Optional<Warning> of(Procedure publicity, String key, Draft draft) {
    Optional<LocalDate> last = lastDay(draft);
    Optional<LocalDate> end = new Course(draft, Optional.empty()).end(publicity, 0);
    if (last.isEmpty() || end.filter(last.get()::isBefore).isEmpty()) {
      return Optional.empty();
    }
    String lax = spoken(new Course(draft, Optional.of(true)).end(publicity, 0));
    String strict = spoken(new Course(draft, Optional.of(false)).end(publicity, 0));
    return Optional.of(
        draft.warning(
            WarningCode.PUBLICITY_INFEASIBLE,
            key,
            "“%s”来不及：从通知之日起公示，最早 %s 结束（计入首日 %s，不计首日 %s），晚于截止日 %s"
                .formatted(publicity.name(), end.get(), lax, strict, last.get()),
            "posted on the day of the notice it ends on %s at the earliest (first day counted %s, not counted %s), after the deadline %s"
                .formatted(end.get(), lax, strict, last.get())));
  }

  /** The last day under the most lenient reading of all deadlines. */
  private static Optional<LocalDate> lastDay(Draft draft) {
    Optional<LocalDate> last = Optional.empty();
    for (Deadline deadline : draft.call().deadlines()) {
      Optional<LocalDate> day =
          deadline.rollForward().contains(true)
              ? draft.days().workingDayFrom(deadline.date())
              : Optional.of(deadline.date());
      if (day.isEmpty()) {
        return Optional.empty();
      }
      last = last.filter(day.get()::isBefore).or(() -> day);
    }
    return last;
  }

  private static String spoken(Optional<LocalDate> day) {
    return day.map(LocalDate::toString).orElse("—");
  }

  /**
   * The quickest course of publicities.
   *
   * @param countFirstDay for all of them; empty means each as it is written
   */
  private record Course(Draft draft, Optional<Boolean> countFirstDay) {
    /** Its last day; empty when the notice's day or the calendar is not known. */
    Optional<LocalDate> end(Procedure publicity, int depth) {
      Optional<LocalDate> posted = posted(publicity, depth);
      int days = publicity.minDays().orElse(0);
      if (days == 0) {
        return posted;
      }
      boolean first = countFirstDay.orElse(publicity.countFirstDay());
      Optional<LocalDate> before = posted.map(day -> first ? day.minusDays(1) : day);
      WorkingDays calendar = draft.days();
      return before.flatMap(
          day ->
              publicity.working()
                  ? calendar.plusWorkingDays(day, days)
                  : Optional.of(day.plusDays(days)));
    }

    /** The day after the one before it has ended. */
    private Optional<LocalDate> posted(Procedure publicity, int depth) {
      List<Procedure> all = draft.call().procedures();
      Optional<Procedure> earlier =
          publicity
              .after()
              .flatMap(id -> all.stream().filter(p -> p.id().equals(id)).findFirst())
              .filter(p -> depth < all.size());
      return earlier.isEmpty()
          ? draft.call().heading().date()
          : end(earlier.get(), depth + 1)
              .map(day -> earlier.get().minDays().isPresent() ? day.plusDays(1) : day);
    }
  }
}
