package cn.baosong.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.journey.HandMade;
import cn.baosong.journey.Identities;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a unit does with the list that it was issued: fill it in, compress, send. */
class FilledTemplateTest {
  private static final String CALL = "sx-bqw-2020";
  private static final LocalDate BORN = LocalDate.of(1976, 7, 1);

  @TempDir private Path folder;

  @Test
  void isAcceptedAsItComesBack() throws IOException {
    Path list = folder.resolve("list.xlsx");
    assertThat(Terminal.run("template", CALL, "-o", list.toString()).status()).isZero();

    Path sent = zip(filled(list));
    Terminal inspect = Terminal.run("inspect", sent.toString(), "--units", "forms/units.csv");

    assertThat(inspect.out()).as(inspect.err()).contains("受理 ACCEPTED").doesNotContain("补正");
  }

  private static Map<String, Object> person() {
    Map<String, Object> person = new LinkedHashMap<>();
    person.put("姓名", "林示例");
    person.put("性别", "女");
    person.put("身份证件号码", Identities.of(BORN, 2));
    person.put("出生日期", BORN.toString());
    person.put("工作单位", "示例研究院");
    person.put("专业技术职称", "研究员");
    person.put("申报条件", "一、三");
    person.put("获其他国家人才计划支持", "否");
    return person;
  }

  private static byte[] filled(Path list) throws IOException {
    Map<String, Object> head = new LinkedHashMap<>();
    head.put("报送单位", "示例市人力资源和社会保障局");
    head.put("单位代码", "11999901MB00000012");
    head.put("联系人", "林某");
    head.put("联系电话", "0999-2000001");
    head.put("专家评议情况", "一致同意");
    head.put("公示情况", "无异议");
    head.put("公示开始日期", "2020-03-09");
    head.put("公示结束日期", "2020-03-13");
    try (Workbook book = WorkbookFactory.create(Files.newInputStream(list))) {
      Sheet sheet = book.getSheetAt(0);
      int headings = sheet.getLastRowNum();
      for (int r = 0; r < headings; r++) {
        Object value = head.get(text(sheet.getRow(r).getCell(0)));
        if (value != null) {
          cell(sheet.getRow(r), 1).setCellValue(value.toString());
        }
      }
      Row line = sheet.createRow(headings + 1);
      for (Cell heading : sheet.getRow(headings)) {
        Object value = person().get(text(heading));
        if (value != null) {
          cell(line, heading.getColumnIndex()).setCellValue(value.toString());
        }
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      book.write(bytes);
      return bytes.toByteArray();
    }
  }

  private static Cell cell(Row row, int column) {
    return row.getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
  }

  private static String text(Cell cell) {
    return new DataFormatter().formatCellValue(cell);
  }

  private Path zip(byte[] list) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("报送清单.xlsx", list);
    files.put("推荐报告.pdf", HandMade.pdf(2));
    files.put("01-林示例/登记表.pdf", HandMade.form(person()));
    files.put("01-林示例/林示例.RPU", "RPU".getBytes(StandardCharsets.US_ASCII));
    files.put("01-林示例/佐证材料.pdf", HandMade.pdf(3));
    Path zip = folder.resolve("sent.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        out.putNextEntry(new ZipEntry(file.getKey()));
        out.write(file.getValue());
      }
    }
    return zip;
  }
}
