package cn.baosong.reader.lint;

import cn.baosong.core.call.Deadline;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Last days that nobody printed whole, that are days off, or that cannot be. */
final class DeadlineLint implements Lint {
  @Override
  public List<Warning> warnings(Draft draft) {
    List<Warning> found = new ArrayList<>();
    List<Deadline> deadlines = draft.call().deadlines();
    for (int i = 0; i < deadlines.size(); i++) {
      Deadline deadline = deadlines.get(i);
      boolean told =
          deadlines.subList(0, i).stream()
              .anyMatch(
                  earlier ->
                      earlier.date().equals(deadline.date())
                          && earlier.dateInferred() == deadline.dateInferred());
      if (!told) {
        found.addAll(of(deadline, "deadlines[" + i + "].date", draft));
      }
    }
    return found;
  }

  private static List<Warning> of(Deadline deadline, String key, Draft draft) {
    List<Warning> found = new ArrayList<>();
    LocalDate day = deadline.date();
    if (deadline.dateInferred()) {
      found.add(
          draft.warning(
              WarningCode.YEAR_INFERRED,
              key,
              "截止日 " + day + " 的年份是补上的，通知没有写",
              "the year of " + day + " is inferred, the notice prints none"));
    }
    calendar(day, key, draft).ifPresent(found::add);
    draft
        .call()
        .heading()
        .date()
        .filter(day::isBefore)
        .map(
            issued ->
                draft.warning(
                    WarningCode.DEADLINE_BEFORE_NOTICE,
                    key,
                    "截止日 " + day + " 早于通知的日期 " + issued + "，请核对年份",
                    day + " lies before the notice's own date " + issued))
        .ifPresent(found::add);
    return found;
  }

  private static Optional<Warning> calendar(LocalDate day, String key, Draft draft) {
    if (draft.days().isWorkingDay(day).isEmpty()) {
      return Optional.of(
          draft.warning(
              WarningCode.CALENDAR_MISSING,
              key,
              "holidays.csv 里没有 " + day.getYear() + " 年：休息日、工作日数都无法确定",
              "holidays.csv lacks " + day.getYear() + ": working days stay undetermined"));
    }
    return draft
        .days()
        .workingDayFrom(day)
        .filter(next -> !next.equals(day))
        .map(
            next ->
                draft.warning(
                    WarningCode.DAY_OFF,
                    key,
                    "截止日 " + day + " 是休息日，下一个工作日是 " + next,
                    day + " is a day off, the next working day is " + next));
  }
}
