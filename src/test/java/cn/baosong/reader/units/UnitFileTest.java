package cn.baosong.reader.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import cn.baosong.core.call.Unit;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.dossier.UnifiedCreditCode;
import cn.baosong.core.dossier.UnifiedCreditCode.Validity;
import cn.baosong.desk.Act;
import cn.baosong.desk.UnitRegister.Fault;
import cn.baosong.desk.UnitRegister.Invalid;
import cn.baosong.reader.text.TextBytes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitFileTest {
  private static final String HEADER = "code,name,aliases,kind,email,contact,phone,note\n";
  private static final String CITY =
      "U1,示例市人力资源和社会保障局,示例市人社局;市局,CITY_HR;DEV_ZONE,a@example.org；b@example.org,王某,1,\n";
  private static final Act ACT = new Act(Act.Kind.UNITS_REPLACED, "clerk1", "年度更新");
  private static final Instant NOON = Instant.parse("2020-03-20T04:00:00Z");

  @TempDir Path temp;
  private final List<String> noted = new ArrayList<>();

  @Test
  void readsSeveralAddressesAliasesAndKinds() throws IOException {
    UnitFile units = holding(HEADER + CITY);
    Unit city = units.find(new UnitCode("U1")).orElseThrow();
    assertThat(city.kinds()).containsExactly("CITY_HR", "DEV_ZONE");
    assertThat(city.emails()).containsExactly("a@example.org", "b@example.org");
    assertThat(city.aliases()).containsExactly("示例市人社局", "市局");
  }

  @ParameterizedTest
  @ValueSource(strings = {"示例市人力资源和社会保障局", " 示例市 人社局　", "U1", "ｕ１", "市局", "示例市人力资源和社会保障局\u200B"})
  void findsAUnitByCodeNameOrAliasHoweverItIsSpaced(String words) throws IOException {
    assertThat(holding(HEADER + CITY).match(words)).isPresent();
  }

  @Test
  void choosesNoneOfTwoUnitsThatBearTheSameAlias() throws IOException {
    UnitFile units = holding(HEADER + CITY + "U2,样板市人社局,市局,CITY_HR,,,,\n");
    assertThat(units.match("市局")).isEmpty();
    assertThat(units.match("样板市人社局")).isPresent();
  }

  @Test
  void findsEveryUnitThatSharesAnAddressHoweverItIsWritten() throws IOException {
    UnitFile units = holding(HEADER + CITY + "U2,样板市人社局,,CITY_HR, A@Example.org;,,,\n");
    assertThat(units.at("a@example.org"))
        .extracting(unit -> unit.code().value())
        .containsExactly("U1", "U2");
    assertThat(units.at("b@example.org")).hasSize(1);
    assertThat(units.at("c@example.org")).isEmpty();
    assertThat(units.at("")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "示例市", "人力资源和社会保障局"})
  void guessesNoUnitFromAPartOfItsName(String words) throws IOException {
    assertThat(holding(HEADER + CITY).match(words)).isEmpty();
  }

  @Test
  void tellsEveryFaultyLineAtOnce() throws IOException {
    UnitFile units =
        holding(
            HEADER
                + "U1,甲,,CITY_HR,,,,\n"
                + "U1,乙,,CITY_HR,,,,\n"
                + ",丙,,CITY_HR,,,,\n"
                + "1.40202E+17,丁,,CITY_HR,,,,\n"
                + "U5,,,city,无,,,\n");
    assertThat(units.faults()).extracting(Fault::line).containsExactly(3, 4, 5, 6, 6, 6);
    assertThat(units.faults().get(0).zh()).contains("与第 2 行重复");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      ''                | 1
      'name,kind'       | 1
      'code,name\nU1,甲' | 1
      """)
  void saysWhichColumnIsMissing(String text, int line) throws IOException {
    assertThat(holding(text).faults()).extracting(Fault::line).containsOnly(line);
  }

  @Test
  void readsQuotedFieldsOverSeveralLines() throws IOException {
    UnitFile units = holding(HEADER + "U1,\"甲,乙\"\"厂\"\"\",,CITY_HR,,,,\"一\n二\"\r\nU2,,,x,,,,\n");
    assertThat(units.faults()).extracting(Fault::line).containsOnly(4);
    UnitFile alone = holding(HEADER + "U1,\"甲,乙\"\"厂\"\"\",,CITY_HR,,,,\"一\n二\"\r\n");
    assertThat(alone.all())
        .extracting(Unit::name, Unit::note)
        .containsExactly(tuple("甲,乙\"厂\"", "一\n二"));
  }

  @Test
  void readsAFileThatAChineseSpreadsheetSaved() throws IOException {
    Files.write(file(), (HEADER + CITY).getBytes(TextBytes.GB18030));
    assertThat(units().match("示例市人社局")).isPresent();
  }

  @Test
  void keepsTheLastValidRegistryAcrossARestart() throws IOException {
    UnitFile units = holding(HEADER + CITY);
    Files.writeString(file(), HEADER + "U1,,,,,,,\n", StandardCharsets.UTF_8);
    assertThat(units.reloadWhenQuiet(NOON)).isFalse();
    assertThat(units.reloadWhenQuiet(NOON.plusSeconds(2))).isTrue();
    assertThat(units.faults()).isNotEmpty();
    assertThat(units.all()).hasSize(1);
    assertThat(units().match("市局")).isPresent();
  }

  @Test
  void replacesTheRegistryAndKeepsTheOldOne() throws IOException, Invalid {
    UnitFile units = holding(HEADER + CITY);
    units.replace(bytes(HEADER + "U9,样板市人社局,,CITY_HR,,,,\n"), ACT);
    assertThat(units.all()).extracting(Unit::name).containsExactly("样板市人社局");
    assertThat(temp.resolve("kept/replaced-0001.csv")).hasContent(HEADER + CITY);
    assertThat(temp.resolve("kept/replaced.log")).content().contains("clerk1").contains("年度更新");
    assertThat(noted).containsExactly("units UNITS_REPLACED clerk1");
  }

  @Test
  void replacesNothingByARegistryWithFaults() throws IOException {
    UnitFile units = holding(HEADER + CITY);
    assertThatThrownBy(() -> units.replace(bytes(HEADER + "U9,,,,,,,\n"), ACT))
        .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.faults()).hasSize(1));
    assertThat(file()).hasContent(HEADER + CITY);
    assertThat(noted).isEmpty();
  }

  @Test
  void writesWhatItReads() throws IOException, Invalid {
    UnitFile units =
        holding(HEADER + "U1,\"甲,乙\",别名,CITY_HR;PROV_DEPT,a@example.org,,,\"注\"\"意\"\n");
    List<Unit> before = units.all();
    units.replace(before, ACT);
    assertThat(units.all()).isEqualTo(before);
    assertThat(units.csv()).isEqualTo(Files.readString(file(), StandardCharsets.UTF_8));
  }

  @Test
  void shipsInventedUnitsOfEveryKindWithValidCodes() {
    UnitFile units = new UnitFile(Path.of("forms/units.csv"), temp.resolve("kept"), (s, a) -> {});
    assertThat(units.faults()).isEmpty();
    assertThat(units.all())
        .allMatch(u -> UnifiedCreditCode.read(u.code().value()).validity() == Validity.VALID)
        .allMatch(u -> u.emails().stream().allMatch(e -> e.endsWith("example.org")));
    assertThat(units.all())
        .flatExtracting(Unit::kinds)
        .contains(
            "CITY_HR",
            "EDU_DEPT",
            "HEALTH_DEPT",
            "PROV_DEPT",
            "ENTERPRISE_INSTITUTION",
            "DEV_ZONE",
            "NON_PUBLIC");
  }

  @Test
  void readsAWorkbookWithATitleMergedAboveItsChineseHeadings() throws IOException {
    Files.write(
        file(),
        workbook(
            List.of("单位名册（2026年）"),
            List.of("单位代码", "单位名称", "简称", "单位类别", "电子邮箱", "备注"),
            List.of("U1", "示例市人力资源和社会保障局", "市局；示例市人社局", "CITY_HR;DEV_ZONE", "a@example.org", ""),
            List.of(1002.0, "样板市人力资源和社会保障局", "", "CITY_HR", "", "代码是数字")));
    UnitFile units = units();

    assertThat(units.faults()).isEmpty();
    assertThat(units.match("示例市人社局")).map(Unit::kinds).contains(List.of("CITY_HR", "DEV_ZONE"));
    assertThat(units.find(new UnitCode("1002"))).isPresent();
  }

  @Test
  void namesRowAndColumnOfEveryFaultOfAWorkbookAndTakesNothing() throws IOException {
    UnitFile units = holding(HEADER + CITY);

    byte[] faulty =
        workbook(
            List.of("单位名册"),
            List.of("code", "name", "kind", "email"),
            List.of(911101080000000123.0, "甲局", "CITY_HR", ""),
            List.of("U2", "", "city", "无"),
            List.of("U3", "丙局", "CITY_HR", ""));
    assertThatThrownBy(() -> units.replace(new ByteArrayInputStream(faulty), ACT))
        .isInstanceOfSatisfying(
            Invalid.class,
            invalid -> {
              assertThat(invalid.faults())
                  .extracting(Fault::line, Fault::column)
                  .containsExactlyInAnyOrder(
                      tuple(3, "code"), tuple(4, "name"), tuple(4, "kind"), tuple(4, "email"));
              assertThat(invalid.faults())
                  .allMatch(f -> f.zh().startsWith("第 " + f.line() + " 行 " + f.column() + " 列："))
                  .allMatch(f -> f.en().startsWith("row " + f.line() + ", column " + f.column()));
            });
    assertThat(units.all()).hasSize(1);
    assertThat(file()).hasContent(HEADER + CITY);
  }

  @Test
  void keepsTheFormatThatTheNameOfTheFileStates() throws IOException, Invalid {
    UnitFile csv = holding(HEADER + CITY);
    csv.replace(new ByteArrayInputStream(csv.workbook()), ACT);
    assertThat(file()).content().startsWith(HEADER).contains("示例市人力资源和社会保障局");

    Path book = temp.resolve("units.xlsx");
    Files.write(book, csv.workbook());
    UnitFile workbook = new UnitFile(book, temp.resolve("kept-book"), (s, a) -> {});
    List<Unit> before = workbook.all();
    workbook.replace(bytes(workbook.csv()), ACT);
    assertThat(Files.readAllBytes(book)).startsWith('P', 'K', 3, 4);
    assertThat(workbook.all()).isEqualTo(before).isEqualTo(csv.all());
    assertThat(temp.resolve("kept-book/replaced-0001.xlsx")).exists();
  }

  @Test
  void warnsOfACreditCodeThatFailsItsCheckAndTakesItAll() throws IOException {
    UnitFile units =
        holding(
            HEADER
                + "91350211M00013FA1N,甲,,CITY_HR,,,,\n"
                + "91350100M000100Y43,乙,,CITY_HR,,,,\n"
                + "示例处,丙,,CITY_HR,,,,\n");

    assertThat(units.all()).hasSize(3);
    assertThat(units.faults()).isEmpty();
    assertThat(units.warnings()).extracting(Fault::place).containsExactly("line 2 code");
  }

  @Test
  void saysWhatAWorkbookIsThatHoldsNoRegistry() throws IOException {
    Files.write(file(), workbook(List.of("甲", "乙", "丙"), List.of("1", "2", "3")));
    assertThat(units().faults()).extracting(Fault::column).contains("code", "name", "kind");

    Files.write(file(), new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0});
    assertThat(units().faults()).hasSize(1);
  }

  @SafeVarargs
  private static byte[] workbook(List<? extends Object>... rows) throws IOException {
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      XSSFSheet sheet = workbook.createSheet();
      for (int i = 0; i < rows.length; i++) {
        var row = sheet.createRow(i);
        for (int j = 0; j < rows[i].size(); j++) {
          if (rows[i].get(j) instanceof Double number) {
            row.createCell(j).setCellValue(number);
          } else {
            row.createCell(j).setCellValue(rows[i].get(j).toString());
          }
        }
      }
      if (rows[0].size() == 1) {
        sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, rows[1].size() - 1));
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      workbook.write(out);
      return out.toByteArray();
    }
  }

  private UnitFile holding(String text) throws IOException {
    Files.writeString(file(), text, StandardCharsets.UTF_8);
    return units();
  }

  private UnitFile units() {
    return new UnitFile(
        file(),
        temp.resolve("kept"),
        (subject, act) -> noted.add(subject + " " + act.kind() + " " + act.by()));
  }

  private Path file() {
    return temp.resolve("units.csv");
  }

  private static ByteArrayInputStream bytes(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
