package cn.baosong.reader.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkbookTest extends Lists {

  @Test
  void readsTheHeadAndTheCandidatesOfAnOrdinaryList() {
    byte[] list =
        workbook(
            w -> {
              var s = w.createSheet("Sheet1");
              row(s, 0, "推荐人选汇总表");
              s.addMergedRegion(new CellRangeAddress(0, 0, 0, 3));
              row(s, 1, "通知", "sx-bqw-2020");
              row(s, 2, "报送单位：", "虚构市人社局", "联系人", "李四");
              row(s, 3, "单位代码：11XXXXXXXXXXXXXXXX");
              row(s, 5, "序号", "姓 名*", "出生\n日期", "职称（级别）");
              row(s, 6, "1", "张三", "1970.01", "教授");
              row(s, 8, "2", " 王五　", "", "研究员");
              row(s, 9, "3", "", "", "");
              row(s, 10, "注：本表一式两份");
            });
    SheetReading reading = read(list, "报送清单.xlsx");
    Sheet sheet = sheet(reading);
    assertThat(sheet.head().keySet()).containsExactly("通知", "报送单位", "联系人", "单位代码");
    assertThat(sheet.head("单位代码").orElseThrow().text()).isEqualTo("11XXXXXXXXXXXXXXXX");
    assertThat(sheet.columns())
        .extracting(Column::name)
        .containsExactly("序号", "姓名", "出生日期", "职称（级别）");
    assertThat(sheet.columns().get(2).original()).isEqualTo("出生\n日期");
    assertThat(sheet.rows()).extracting(Row::lineNumber).containsExactly(7, 9);
    assertThat(cell(sheet, 1, "姓名").text()).isEqualTo("王五");
    assertThat(cell(sheet, 0, "姓名").place()).isEqualTo("报送清单.xlsx!B7");
    assertThat(sheet.rows().get(1).cell("出生日期")).isEmpty();
    assertThat(kinds(reading)).containsExactly(Remark.Kind.ROW_SKIPPED);
  }

  @ParameterizedTest
  @CsvSource({
    "yyyy-mm-dd, 1970-01-01",
    "yyyy\"年\"m\"月\"d\"日\", 1970-01-01",
    "[$-804]yyyy/m/d;@, 1970-01-01",
    "yyyy\"年\"m\"月\", 1970-01",
    "yyyy.mm, 1970-01",
    "0.00, 25569",
    "@, 25569"
  })
  void readsADateCellAsThePrecisionThatItShows(String format, String expected) {
    Sheet sheet = sheet(read(withNumber(25569.0, format, false), "a.xlsx"));
    assertThat(cell(sheet, 0, "出生日期").text()).isEqualTo(expected);
  }

  @Test
  void readsDatesOfTheMacintoshEpoch() {
    Sheet sheet = sheet(read(withNumber(25569.0 - 1462, "yyyy-mm-dd", true), "a.xlsx"));
    assertThat(cell(sheet, 0, "出生日期").text()).isEqualTo("1970-01-01");
  }

  @ParameterizedTest
  @CsvSource({"14, 1970-01-01", "31, 1970-01-01", "57, 1970-01", "58, 1970-01-01", "0, 25569"})
  void readsTheBuiltInDateFormatsOfChineseExcel(int number, String expected) {
    String styles =
        "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
            + "<cellStyleXfs><xf numFmtId=\"9\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/>"
            + "<xf numFmtId=\""
            + number
            + "\"/></cellXfs></styleSheet>";
    String rows =
        "<row r=\"1\">"
            + inline("A1", "姓名")
            + inline("B1", "出生日期")
            + "</row><row r=\"2\">"
            + inline("A2", "张三")
            + "<c r=\"B2\" s=\"1\"><v>25569</v></c></row>";
    Sheet sheet = sheet(read(rawWorkbook(worksheet(rows), "xl/styles.xml", styles), "a.xlsx"));
    assertThat(cell(sheet, 0, "出生日期").text()).isEqualTo(expected);
  }

  @Test
  void saysThatExcelHasRuinedAnIdentityNumberTypedAsANumber() {
    byte[] list =
        workbook(
            w -> {
              var s = w.createSheet();
              row(s, 0, "姓名", "身份证号", "联系电话", "科研经费");
              row(s, 1, "张三", 999999197001010019d, 13900000000d, 0.1 + 0.2);
              row(s, 2, "李四", "1.40202E+17", "13900000000", "3");
              row(s, 3, "王五", "999999197001010019", "13900000000", "3");
            });
    Sheet sheet = sheet(read(list, "a.xlsx"));
    assertThat(cell(sheet, 0, "身份证号").trouble()).contains(Trouble.PRECISION_LOST);
    assertThat(cell(sheet, 0, "身份证号").text()).matches("9999991970010100\\d\\d");
    assertThat(cell(sheet, 1, "身份证号").trouble()).contains(Trouble.PRECISION_LOST);
    assertThat(cell(sheet, 2, "身份证号").trouble()).isEmpty();
    assertThat(cell(sheet, 0, "联系电话").text()).isEqualTo("13900000000");
    assertThat(cell(sheet, 0, "联系电话").trouble()).isEmpty();
    assertThat(cell(sheet, 0, "科研经费").text()).isEqualTo("0.3");
  }

  @Test
  void takesTheSavedValueOfAFormulaAndNeverCalculates() {
    String rows =
        "<row>"
            + inline("A1", "姓名")
            + inline("B1", "x")
            + inline("C1", "y")
            + inline("D1", "z")
            + "</row><row><c t=\"str\"><f>CONCAT(1)</f><v>张三</v></c><c><f>1+1</f></c>"
            + "<c t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>"
            + inline("D2", "=cmd|'/c calc'!A0")
            + "</row>";
    Sheet sheet = sheet(read(rawWorkbook(worksheet(rows)), "a.xlsx"));
    assertThat(cell(sheet, 0, "姓名").text()).isEqualTo("张三");
    assertThat(cell(sheet, 0, "x").trouble()).contains(Trouble.NOT_CALCULATED);
    assertThat(cell(sheet, 0, "y").trouble()).contains(Trouble.ERROR_VALUE);
    assertThat(cell(sheet, 0, "z").text()).isEqualTo("=cmd|'/c calc'!A0");
  }

  @Test
  void leavesHiddenSheetsAloneAndTakesTheFirstThatListsPeople() {
    byte[] list =
        workbook(
            w -> {
              row(row(w.createSheet("隐藏"), 0, "姓名"), 1, "假的");
              w.setSheetHidden(0, true);
              row(w.createSheet("说明"), 0, "a", "b", "c");
              row(row(w.createSheet("名单"), 0, "姓名", "b"), 1, "张三", "x");
              w.setActiveSheet(1);
            });
    SheetReading reading = read(list, "a.xlsx");
    assertThat(cell(sheet(reading), 0, "姓名").text()).isEqualTo("张三");
    assertThat(cell(sheet(reading), 0, "姓名").place()).isEqualTo("a.xlsx!名单!A2");
    assertThat(kinds(reading)).containsExactly(Remark.Kind.HIDDEN_SHEET);
  }

  @Test
  void keepsBothOfTwoColumnsWithOneHeading() {
    byte[] list = workbook(w -> row(row(w.createSheet(), 0, "姓名", "电话", "电话"), 1, "张三", "1", "2"));
    SheetReading reading = read(list, "a.xlsx");
    assertThat(cell(sheet(reading), 0, "电话(2)").text()).isEqualTo("2");
    assertThat(kinds(reading)).containsExactly(Remark.Kind.COLUMN_TWICE);
  }

  @Test
  void fallsBackToTheWidestRowWhereNoHeadingSaysName() {
    byte[] list =
        workbook(
            w -> {
              var s = w.createSheet();
              row(s, 0, "单位代码", "11X");
              row(s, 1, "人选", "性别", "出生日期");
              row(s, 2, "张三", "男", "1970");
            });
    Sheet sheet = sheet(read(list, "a.xlsx"));
    assertThat(cell(sheet, 0, "人选").text()).isEqualTo("张三");
    assertThat(sheet.head()).containsKey("单位代码");
  }

  @Test
  void readsItsOwnTemplateBackWithTheDigitsOfANumberTypedIntoIt() throws IOException {
    Map<String, String> head = new LinkedHashMap<>();
    head.put("通知", "sx-bqw-2020");
    head.put("报送单位", "");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ListTemplate.write(
        "报送清单", head, List.of(ListTemplate.Field.free("姓名"), ListTemplate.Field.free("身份证号")), out);
    Sheet sheet = sheet(read(out.toByteArray(), "a.xlsx"));
    assertThat(sheet.head("通知").orElseThrow().text()).isEqualTo("sx-bqw-2020");
    assertThat(sheet.columns()).extracting(Column::name).containsExactly("姓名", "身份证号");
    assertThat(sheet.rows()).isEmpty();
    try (var again = new XSSFWorkbook(new java.io.ByteArrayInputStream(out.toByteArray()))) {
      assertThat(again.getSheetAt(0).getColumnStyle(1).getDataFormatString()).isEqualTo("@");
    }
  }

  @Test
  void findsTheFieldsOfTheFormBehindOtherBracketsAndBlanks() {
    byte[] list =
        workbook(w -> row(row(w.createSheet(), 0, "姓 名", "职称(级别)", "别的"), 1, "张三", "高", "x"));
    Sheet sheet = sheet(read(list, "a.xlsx")).named(List.of("姓名", "职称（级别）"));
    assertThat(sheet.columns()).extracting(Column::name).containsExactly("姓名", "职称（级别）", "别的");
    assertThat(cell(sheet, 0, "职称（级别）").text()).isEqualTo("高");
  }

  private static byte[] withNumber(double number, String format, boolean since1904) {
    return workbook(
        w -> {
          w.getCTWorkbook().addNewWorkbookPr().setDate1904(since1904);
          var s = row(w.createSheet(), 0, "姓名", "出生日期");
          row(s, 1, "张三", number);
          CellStyle style = w.createCellStyle();
          style.setDataFormat(w.createDataFormat().getFormat(format));
          s.getRow(1).getCell(1).setCellStyle(style);
        });
  }
}
