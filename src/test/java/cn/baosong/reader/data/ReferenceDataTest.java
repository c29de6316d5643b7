package cn.baosong.reader.data;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.call.ComparedField.Kind;
import cn.baosong.core.call.DegreeLevel;
import cn.baosong.core.call.LevelTable;
import cn.baosong.core.call.SkillLevel;
import cn.baosong.core.call.TitleLevel;
import cn.baosong.core.call.WorkingDays;
import cn.baosong.core.dossier.DifferenceClass;
import cn.baosong.core.dossier.FieldDifferences;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceDataTest {
  private static final ReferenceData DATA = ReferenceData.bundled();
  private static final WorkingDays DAYS = DATA.workingDays();
  private static final LevelTable<TitleLevel> TITLES = DATA.titles();
  private static final LevelTable<DegreeLevel> DEGREES = DATA.degrees();

  @Test
  void countsThePublicityThatOnlyTheMakeUpSaturdayCompletes() {
    assertThat(count("2022-05-07", "2022-05-12")).isEqualTo(5);
    assertThat(count("2022-05-08", "2022-05-12")).isEqualTo(4);
  }

  @Test
  void countsThePublicityAroundTheNationalDayOf2023() {
    assertThat(count("2023-09-25", "2023-10-07")).isEqualTo(5);
  }

  @ParameterizedTest
  @CsvSource({
    "2017-04-30, 2017-05-02",
    "2023-10-14, 2023-10-16",
    "2020-01-23, 2020-02-03",
    "2023-09-28, 2023-10-07",
    "2018-12-28, 2018-12-29",
    "2018-12-29, 2019-01-02",
  })
  void findsTheNextWorkingDay(LocalDate day, LocalDate next) {
    assertThat(DAYS.nextWorkingDay(day)).contains(next);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2022-05-07",
        "2023-10-07",
        "2023-10-08",
        "2020-04-26",
        "2005-12-31",
        "2006-12-31"
      })
  void worksOnTheMakeUpDaysOfTheStateCouncil(LocalDate day) {
    assertThat(DAYS.isWorkingDay(day)).contains(true);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2020-01-31", "2020-02-02", "2017-05-01", "2023-09-29", "2024-02-16"})
  void restsOnTheHolidaysOfTheStateCouncil(LocalDate day) {
    assertThat(DAYS.isWorkingDay(day)).contains(false);
  }

  @Test
  void knowsEveryYearFrom2004To2026AndNoOther() {
    for (int year = 2004; year <= 2026; year++) {
      assertThat(DAYS.isWorkingDay(LocalDate.of(year, 6, 1))).isPresent();
    }
    assertThat(DAYS.isWorkingDay(LocalDate.of(2003, 6, 1))).isEmpty();
    assertThat(DAYS.isWorkingDay(LocalDate.of(2027, 6, 1))).isEmpty();
  }

  /**
   * Every holiday of the year is a day off or made up on another day: the weekdays off less the
   * weekend days worked are as many as the law grants (全国年节及纪念日放假办法, 1999, 2007, 2024).
   */
  @ParameterizedTest
  @MethodSource("years")
  void balancesEachArrangementWithTheHolidaysThatTheLawGrants(int year) {
    int balance = 0;
    // The days of a New Year that lie in December belong to the arrangement of the next year.
    for (LocalDate day = LocalDate.of(year - 1, 12, 1);
        day.isBefore(LocalDate.of(year, 12, 1));
        day = day.plusDays(1)) {
      boolean weekend = day.getDayOfWeek().getValue() > 5;
      boolean works = day.getYear() < 2004 || DAYS.isWorkingDay(day).orElseThrow();
      balance += !weekend && !works ? 1 : 0;
      balance -= weekend && works && day.getYear() >= 2004 ? 1 : 0;
    }
    assertThat(balance).isEqualTo(granted(year));
  }

  private static IntStream years() {
    return IntStream.rangeClosed(2004, 2026);
  }

  private static int granted(int year) {
    return switch (year) {
      case 2015 -> 11 + 1; // 3 September, once
      case 2020 -> 11 + 2; // the Spring Festival prolonged to 2 February
      case 2025, 2026 -> 13;
      default -> year < 2008 ? 10 : 11;
    };
  }

  @Test
  void namesTheNoticeThatEachYearRestsOn() throws IOException {
    List<String> years =
        Files.readAllLines(Path.of("forms/holidays.csv"), StandardCharsets.UTF_8).stream()
            .filter(line -> line.startsWith("year,"))
            .toList();

    assertThat(years)
        .hasSize(23)
        .allMatch(line -> line.matches("year,\\d{4},国办发明电〔\\d{4}〕\\d+号.*"));
  }

  @Test
  void laysTheDaysOfARegionOverThoseOfTheNation(@TempDir Path folder) throws IOException {
    write(
        folder,
        "holidays.csv",
        """
        kind,date,occasion,region
        year,2030,
        off,2030-04-05,清明
        work,2030-04-07,清明
        year,2031,
        year,2030,示例,示例地区
        off,2030-04-10,示例节,示例地区
        off,2030-04-07,示例节,示例地区
        work,2030-04-13,示例节,示例地区
        """);
    WorkingDays nation = ReferenceData.overriddenIn(folder).workingDays();
    WorkingDays region = nation.in(Optional.of("示例地区"));

    assertThat(nation.countInclusive(day("2030-04-05"), day("2030-04-13"))).contains(6);
    assertThat(region.countInclusive(day("2030-04-05"), day("2030-04-13"))).contains(5);
    assertThat(region.isWorkingDay(day("2030-04-05"))).contains(false);
    assertThat(region.isWorkingDay(day("2030-04-07"))).contains(false);
    assertThat(region.isWorkingDay(day("2030-04-13"))).contains(true);
    assertThat(region.isWorkingDay(day("2031-06-03"))).isEmpty();
    assertThat(region.in(Optional.of("示例地区")).isWorkingDay(day("2030-04-10"))).contains(false);
    assertThat(nation.in(Optional.of("别处")).isWorkingDay(day("2030-04-10"))).isEmpty();
    assertThat(nation.in(Optional.empty())).isSameAs(nation);
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  @ParameterizedTest
  @CsvSource({
    "主任医师, SENIOR",
    "主任编辑, DEPUTY_SENIOR",
    "主任记者, DEPUTY_SENIOR",
    "高级编辑, SENIOR",
    "高级记者, SENIOR",
    "高级工程师, DEPUTY_SENIOR",
    "高级工程师（副高级）, DEPUTY_SENIOR",
    "正高级工程师, SENIOR",
    "教授级高级工程师, SENIOR",
    "一级演员, SENIOR",
    "一级公证员, SENIOR",
    "一级翻译, DEPUTY_SENIOR",
    "一级教师, INTERMEDIATE",
    "一级实习指导教师, INTERMEDIATE",
    "主治医师, INTERMEDIATE",
    "研究员, SENIOR",
    "助理研究员, INTERMEDIATE",
    "讲师, INTERMEDIATE",
    "编辑, INTERMEDIATE",
    "助理工程师, BELOW_INTERMEDIATE",
  })
  void knowsATitleByItsSeriesNeverByItsPrefix(String title, TitleLevel level) {
    assertThat(TITLES.levelOf(title)).contains(level);
  }

  @ParameterizedTest
  @ValueSource(strings = {"技师", "高级技师", "高级", "高级职称", "主任", "首席专家", "教授？"})
  void asksAboutATitleThatDoesNotSettleItsLevel(String title) {
    assertThat(TITLES.levelOf(title)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "高级技师, SENIOR_TECHNICIAN",
    "高级技师（一级）, SENIOR_TECHNICIAN",
    "技师(二级), TECHNICIAN",
    "高级工（三级）, SENIOR",
    "首席技师, CHIEF_TECHNICIAN",
  })
  void knowsTheLevelsOfASkill(String title, SkillLevel level) {
    assertThat(DATA.skills().levelOf(title)).contains(level);
  }

  @ParameterizedTest
  @CsvSource({
    "博士, DOCTOR",
    "工学博士, DOCTOR",
    "硕士研究生, MASTER",
    "工商管理硕士, MASTER",
    "硕士研究生/理学硕士, MASTER",
    "大学本科, BACHELOR",
    "大专, BELOW_BACHELOR",
  })
  void knowsTheLevelsOfDegreesAndSchooling(String words, DegreeLevel level) {
    assertThat(DEGREES.levelOf(words)).contains(level);
  }

  @Test
  void asksAboutSchoolingThatDoesNotSettleItsLevel() {
    assertThat(DEGREES.levelOf("研究生")).isEmpty();
    assertThat(DEGREES.levelOf("博士后")).isEmpty();
    assertThat(DEGREES.levelOf("在读博士")).isEmpty();
  }

  @Test
  void suspectsTheSameNameInTraditionalCharactersAndStoresTheTable() {
    FieldDifferences differences = new FieldDifferences(DATA.characterVariants());

    assertThat(differences.compare(Kind.NAME, "陈某", "陳某").difference())
        .isEqualTo(DifferenceClass.SUSPECT);
    assertThat(differences.compare(Kind.NAME, "陈某", "陳某").tables())
        .matches("normal-forms/\\d+ character-variants/[0-9a-f]{12}");
    assertThat(differences.compare(Kind.NAME, "王未", "王末").difference())
        .isEqualTo(DifferenceClass.IDENTITY);
  }

  @Test
  void letsTheOfficeReplaceATableAndKeepTheOthers(@TempDir Path folder) throws IOException {
    write(
        folder,
        "holidays.csv",
        "\uFEFFkind,date,occasion,region\r\nyear,2030,\r\noff,2030-10-01,国庆节\r\n");
    ReferenceData own = ReferenceData.overriddenIn(folder);

    assertThat(own.workingDays().isWorkingDay(LocalDate.of(2030, 10, 1))).contains(false);
    assertThat(own.workingDays().isWorkingDay(LocalDate.of(2023, 10, 9))).isEmpty();
    assertThat(own.titles().levelOf("教授")).contains(TitleLevel.SENIOR);
  }

  @Test
  void namesEveryFaultyLineOfATableAtOnce(@TempDir Path folder) throws IOException {
    write(
        folder,
        "holidays.csv",
        """
        # a comment
        kind,date,occasion,region
        year,2030,
        off,2030-13-01,
        work,2030-10-01,on a Tuesday
        off,2031-10-01,
        rest,2030-10-02,
        off,2030-10-05,
        work,2030-10-05,
        """);

    ReferenceData own = ReferenceData.overriddenIn(folder);
    assertThat(own.faults())
        .singleElement(InstanceOfAssertFactories.STRING)
        .contains("holidays.csv: line 4: ")
        .contains("line 5: 2030-10-01 is no Saturday")
        .contains("line 6: no line year,2031")
        .contains("line 7: not year, off or work: rest")
        .contains("line 9: 2030-10-05 is both off and worked");
    assertThat(own.workingDays().isWorkingDay(LocalDate.of(2023, 10, 7))).contains(true);
  }

  @Test
  void saysWhenATableIsNotUtf8OrHasOtherColumns(@TempDir Path folder) throws IOException {
    Path titles = folder.resolve("titles.csv");
    Files.write(titles, "title,level,series\n教授,SENIOR,\n".getBytes(Charset.forName("GBK")));
    assertThat(ReferenceData.overriddenIn(folder).faults())
        .singleElement(InstanceOfAssertFactories.STRING)
        .contains("is not UTF-8");

    write(folder, "titles.csv", "name,level\n");
    assertThat(ReferenceData.overriddenIn(folder).faults())
        .singleElement(InstanceOfAssertFactories.STRING)
        .contains("the columns must be title,level,series");

    write(folder, "titles.csv", "title,level,series\n教授,HIGH,\n");
    ReferenceData own = ReferenceData.overriddenIn(folder);
    assertThat(own.faults())
        .singleElement(InstanceOfAssertFactories.STRING)
        .contains("line 2")
        .contains("HIGH");
    assertThat(own.titles().levelOf("教授")).contains(TitleLevel.SENIOR);
    assertThat(DATA.faults()).isEmpty();
  }

  private static void write(Path folder, String name, String text) throws IOException {
    Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
  }

  private static int count(String from, String to) {
    return DAYS.countInclusive(LocalDate.parse(from), LocalDate.parse(to)).orElseThrow();
  }
}
