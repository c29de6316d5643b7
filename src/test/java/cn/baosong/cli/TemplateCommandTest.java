package cn.baosong.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateCommandTest {
  @TempDir private Path folder;

  @Test
  void issuesAListWhoseHeadingsAreTheFormsOwnFields() throws IOException {
    Path list = folder.resolve("list.xlsx");
    Terminal template = Terminal.run("template", "--call", "sx-bqw-2020", "-o", list.toString());
    assertThat(template.status()).as(template.err()).isZero();
    try (Workbook workbook = WorkbookFactory.create(list.toFile(), null, true)) {
      Sheet sheet = workbook.getSheetAt(0);
      assertThat(texts(sheet.getRow(0))).startsWith("通知", "sx-bqw-2020");
      assertThat(texts(sheet.getRow(sheet.getLastRowNum())))
          .startsWith("序号", "姓名", "性别")
          .contains("身份证件号码", "专业技术职称");
    }
  }

  @Test
  void namesTheCallsThereAreWhenTheWantedOneIsNot() {
    Path list = folder.resolve("list.xlsx");
    Terminal template = Terminal.run("template", "--call", "nobody", "-o", list.toString());
    assertThat(template.status()).isEqualTo(1);
    assertThat(template.err()).contains("nobody", "sx-bqw-2020");
    assertThat(Files.exists(list)).isFalse();
  }

  private static Iterable<String> texts(Row row) {
    DataFormatter format = new DataFormatter();
    return java.util.stream.StreamSupport.stream(row.spliterator(), false)
        .map(format::formatCellValue)
        .toList();
  }
}
