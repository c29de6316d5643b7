package cn.baosong.core.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.time.api.constraints.DateRange;
import net.jqwik.time.api.constraints.YearMonthRange;

class PartialDatePropertyTest {

  @Property
  void readsADayAlikeInEveryNotation(
      @ForAll @DateRange(min = "1930-01-01", max = "2030-12-31") LocalDate day) {
    PartialDate expected = PartialDate.ofDay(day);

    for (String pattern :
        new String[] {"yyyy-MM-dd", "yyyyMMdd", "yyyy/M/d", "yyyy.M.d", "yyyy 年 M 月 d 日"}) {
      assertThat(PartialDate.parse(day.format(DateTimeFormatter.ofPattern(pattern))))
          .as(pattern)
          .contains(expected);
    }
    assertThat(PartialDate.parse(day.atStartOfDay().toString())).contains(expected);
  }

  @Property
  void answersForAMonthOnlyWhatHoldsForEachOfItsDays(
      @ForAll @YearMonthRange(min = "1950-01", max = "2020-12") YearMonth month,
      @ForAll @DateRange(min = "1950-01-01", max = "2020-12-31") LocalDate cutOff) {
    PartialDate date = PartialDate.ofMonth(month);
    boolean all = !month.atDay(1).isBefore(cutOff);
    boolean none = month.atEndOfMonth().isBefore(cutOff);

    assertThat(date.notBefore(cutOff).isEmpty()).isEqualTo(!all && !none);
    date.notBefore(cutOff).ifPresent(answer -> assertThat(answer).isEqualTo(all));
    assertThat(date.before(cutOff)).isEqualTo(date.notBefore(cutOff).map(answer -> !answer));
  }

  @Property
  void neverFailsOnAnyText(@ForAll String text) {
    assertThat(PartialDate.parse(text)).isNotNull();
  }
}
