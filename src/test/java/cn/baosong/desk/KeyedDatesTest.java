package cn.baosong.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyedDatesTest {
  private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");

  @ParameterizedTest
  @ValueSource(
      strings = {"20200331", "2020-3-31", "2020.03.31", "2020/3/31", "2020年3月31日", "２０２００３３１"})
  void readsADayHoweverItIsKeyed(String typed) {
    assertThat(KeyedDates.day(typed)).contains(LocalDate.of(2020, 3, 31));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "3月31日", "2020331", "20200230", "2020-13-01", "明天", "202003311"})
  void guessesNoDay(String typed) {
    assertThat(KeyedDates.day(typed)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2020-04-02 10:15", "20200402 1015", "2020-04-02T10:15:00", "20200402 10：15"})
  void readsAMomentInTheOfficesZone(String typed) {
    assertThat(KeyedDates.moment(typed, OFFICE)).contains(Instant.parse("2020-04-02T02:15:00Z"));
  }

  @Test
  void guessesNoMoment() {
    assertThat(KeyedDates.moment("2020-04-02", OFFICE)).isEmpty();
    assertThat(KeyedDates.moment("2020-04-02 25:00", OFFICE)).isEmpty();
  }
}
