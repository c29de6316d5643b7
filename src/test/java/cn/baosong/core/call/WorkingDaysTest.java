package cn.baosong.core.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WorkingDaysTest {
  private static final LocalDate FRIDAY = LocalDate.of(2022, 5, 6);
  private static final LocalDate MADE_UP_SATURDAY = LocalDate.of(2022, 5, 7);
  private static final LocalDate SUNDAY = LocalDate.of(2022, 5, 8);
  private static final WorkingDays DAYS =
      new WorkingDays(
          Map.of(
              2022,
              new WorkingDays.Year(Set.of(LocalDate.of(2022, 5, 4)), Set.of(MADE_UP_SATURDAY))));

  @Test
  void worksOnAMakeUpSaturdayAndRestsOnAHolidayInTheWeek() {
    assertThat(DAYS.isWorkingDay(MADE_UP_SATURDAY)).contains(true);
    assertThat(DAYS.isWorkingDay(SUNDAY)).contains(false);
    assertThat(DAYS.isWorkingDay(LocalDate.of(2022, 5, 4))).contains(false);
    assertThat(DAYS.isWorkingDay(FRIDAY)).contains(true);
  }

  @Test
  void countsBothEnds() {
    assertThat(DAYS.countInclusive(FRIDAY, MADE_UP_SATURDAY)).contains(2);
    assertThat(DAYS.countInclusive(SUNDAY, SUNDAY)).contains(0);
    assertThat(DAYS.countInclusive(SUNDAY, FRIDAY)).contains(0);
  }

  @Test
  void countsATermFromTheDayAfterItsStart() {
    assertThat(DAYS.plusWorkingDays(FRIDAY, 1)).contains(MADE_UP_SATURDAY);
    assertThat(DAYS.plusWorkingDays(FRIDAY, 2)).contains(LocalDate.of(2022, 5, 9));
    assertThat(DAYS.plusWorkingDays(FRIDAY, 0)).contains(FRIDAY);
  }

  @Test
  void findsTheNextWorkingDayAndTheOneADeadlineRollsTo() {
    assertThat(DAYS.nextWorkingDay(FRIDAY)).contains(MADE_UP_SATURDAY);
    assertThat(DAYS.workingDayFrom(FRIDAY)).contains(FRIDAY);
    assertThat(DAYS.workingDayFrom(SUNDAY)).contains(LocalDate.of(2022, 5, 9));
  }

  @Test
  void doesNotGuessInAYearWithoutData() {
    LocalDate unknown = LocalDate.of(2023, 3, 1);

    assertThat(DAYS.isWorkingDay(unknown)).isEmpty();
    assertThat(DAYS.countInclusive(FRIDAY, unknown)).isEmpty();
    assertThat(DAYS.plusWorkingDays(FRIDAY, 300)).isEmpty();
    assertThat(DAYS.nextWorkingDay(unknown)).isEmpty();
    assertThat(DAYS.countInclusive(FRIDAY, LocalDate.MAX)).isEmpty();
  }

  @Test
  void leavesTheLastWeekOfDecemberOpenUntilTheNextYearIsArranged() {
    assertThat(DAYS.isWorkingDay(LocalDate.of(2022, 12, 23))).contains(true);
    assertThat(DAYS.isWorkingDay(LocalDate.of(2022, 12, 29))).isEmpty();
  }
}
