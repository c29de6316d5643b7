package cn.baosong.core.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartialDateTest {
  private static final LocalDate CUT_OFF = LocalDate.of(1970, 1, 1);

  @ParameterizedTest
  @CsvSource({
    "1970年1月1日, 1970-01-01",
    "1970 年 1 月 1 日, 1970-01-01",
    "１９７０年１月１日, 1970-01-01",
    "1970年01月01号, 1970-01-01",
    "1970.1, 1970-01",
    "1970.01, 1970-01",
    "1970.1.1, 1970-01-01",
    "1970 . 1 . 1, 1970-01-01",
    "1970-1-1, 1970-01-01",
    "1970年01月, 1970-01",
    "一九七0年一月, 1970-01",
    "一九七◯年一月, 1970-01",
    "一九七〇年, 1970",
    "一九七〇年十一月, 1970-11",
    "二○二○, 2020",
    "二〇二〇年二月, 2020-02",
    "1970。01, 1970-01",
    "1970．01, 1970-01",
    "1970-01, 1970-01",
    "1970—01—15, 1970-01-15",
    "197001, 1970-01",
    "19700101, 1970-01-01",
    "1970/1/1, 1970-01-01",
    "1970/1/1 0:00:00, 1970-01-01",
    "1970 01 15, 1970-01-15",
    "1970年1月, 1970-01",
    "1970年1月生, 1970-01",
    "1970年, 1970",
    "1970, 1970",
    "一九七〇年一月一日, 1970-01-01",
    "一九七○年一月一日, 1970-01-01",
    "一九七Ｏ年一月一日, 1970-01-01",
    "一九七零年十二月三十一日, 1970-12-31",
    "一九七〇年十月廿一日, 1970-10-21",
    "一九七〇年三月卅日, 1970-03-30",
    "二○二○年二月二十九日, 2020-02-29",
    "25569, 1970-01-01",
    "25569.0, 1970-01-01",
    "1970-01-01T00:00:00, 1970-01-01",
    "1970-01-01T00:00, 1970-01-01",
    "1970-01-01T12:30:15.123, 1970-01-01",
    "1970-01-01T00:00:00+08:00, 1970-01-01",
    "1970-01-01T00:00:00.000Z, 1970-01-01",
    "'　1970-01-15 ', 1970-01-15",
  })
  void readsEveryNotationOfTheForms(String written, String canonical) {
    assertThat(PartialDate.parse(written)).map(PartialDate::text).contains(canonical);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "　",
        "不详",
        "1970.13",
        "1970.00",
        "1970-02-30",
        "19700230",
        "1970年2月30日",
        "0070-01-01",
        "700101",
        "9999-12-31",
        "1970年1月?日",
        "1970.1.",
        "1 9 7 0",
        "一九七〇年十十月",
        "一九七〇年二三十月",
        "1970年一二三月",
        "123",
        "1234567",
        "1970-01-01T99",
        "19701"
      })
  void asksInsteadOfGuessing(String written) {
    assertThat(PartialDate.parse(written)).isEmpty();
  }

  @Test
  void doesNotTakeTheDayOfAnotherZoneForTheDayOfBirth() {
    assertThat(PartialDate.parse("1969-12-31T16:00:00Z")).isEmpty();
  }

  @Test
  void doesNotReadASerialThatCouldBeAYearWithItsMonth() {
    assertThat(PartialDate.parse("19701")).isEmpty();
    assertThat(PartialDate.parse("19700")).isPresent();
  }

  @Test
  void decidesACutOffOnTheFirstOfJanuaryFromTheMonthOrTheYearAlone() {
    assertThat(date("1970.01").notBefore(CUT_OFF)).contains(true);
    assertThat(date("1970").notBefore(CUT_OFF)).contains(true);
    assertThat(date("1969.12").notBefore(CUT_OFF)).contains(false);
    assertThat(date("1969").before(CUT_OFF)).contains(true);
  }

  @Test
  void leavesOpenWhatTheStatedPrecisionDoesNotDecide() {
    LocalDate midMonth = LocalDate.of(1970, 12, 15);

    assertThat(date("1970.12").notBefore(midMonth)).isEmpty();
    assertThat(date("1970").notAfter(midMonth)).isEmpty();
    assertThat(date("1970").before(midMonth)).isEmpty();
    assertThat(date("1970.12").after(midMonth)).isEmpty();
  }

  @Test
  void countsTheCutOffDayItselfAsIncluded() {
    assertThat(date("1970-01-01").notBefore(CUT_OFF)).contains(true);
    assertThat(date("1970-01-01").notAfter(CUT_OFF)).contains(true);
    assertThat(date("1970-01-01").before(CUT_OFF)).contains(false);
    assertThat(date("1970-01-01").after(CUT_OFF)).contains(false);
    assertThat(date("1969-12-31").notBefore(CUT_OFF)).contains(false);
  }

  /** A statement, a cut-off day: 以后 (inclusive), 以前 (inclusive); ? where nobody can tell. */
  @ParameterizedTest
  @CsvSource({
    "1970-01-01, 1970-01-01, yes, yes",
    "1969-12-31, 1970-01-01, no, yes",
    "1970-01-02, 1970-01-01, yes, no",
    "1970.01, 1970-01-01, yes, ?",
    "1969.12, 1970-01-01, no, yes",
    "1970, 1970-01-01, yes, ?",
    "1969, 1970-01-01, no, yes",
    "1970.12, 1970-12-15, ?, ?",
    "1970.12, 1970-12-31, ?, yes",
    "1970.12, 1970-12-01, yes, ?",
    "1970, 1970-12-31, ?, yes",
    "2020.02, 2020-02-29, ?, yes",
    "2020.02, 2020-03-01, no, yes",
  })
  void comparesWithThreeValues(String written, LocalDate day, String notBefore, String notAfter) {
    assertThat(word(date(written).notBefore(day))).isEqualTo(notBefore);
    assertThat(word(date(written).notAfter(day))).isEqualTo(notAfter);
  }

  private static String word(Optional<Boolean> answer) {
    return answer.map(yes -> yes ? "yes" : "no").orElse("?");
  }

  @Test
  void knowsTheFirstAndTheLastDayOfAFebruaryInALeapYear() {
    PartialDate february = PartialDate.ofMonth(YearMonth.of(2020, 2));

    assertThat(february.earliest()).isEqualTo("2020-02-01");
    assertThat(february.latest()).isEqualTo("2020-02-29");
    assertThat(PartialDate.ofYear(2020).latest()).isEqualTo("2020-12-31");
  }

  @Test
  void holdsAMonthCompatibleWithItsDaysButNotEquallyExact() {
    assertThat(date("1970.01").compatibleWith(date("1970-01-15"))).isTrue();
    assertThat(date("1970-01-15").compatibleWith(date("1970"))).isTrue();
    assertThat(date("1970.01").compatibleWith(date("1970-02-01"))).isFalse();
    assertThat(date("1970.01").samePrecisionAs(date("1970-01-15"))).isFalse();
    assertThat(date("1970.01").samePrecisionAs(date("1971年3月"))).isTrue();
  }

  private static PartialDate date(String text) {
    return Optional.of(text).flatMap(PartialDate::parse).orElseThrow();
  }
}
