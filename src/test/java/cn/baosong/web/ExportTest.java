package cn.baosong.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.submission.SubmissionState;
import cn.baosong.desk.Accounts.Role;
import cn.baosong.desk.Act;
import java.io.ByteArrayInputStream;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportTest extends OpenOffice {
  private static final int HEAD = 3;

  private Sheet taken(Role role, String path) throws Exception {
    byte[] bytes =
        mvc.perform(get(path).with(signedIn(role)))
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsByteArray();
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
      return book.getSheetAt(0);
    }
  }

  private static String text(Sheet sheet, int row, int column) {
    return sheet.getRow(row).getCell(column).getStringCellValue();
  }

  /** faults.md W02. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "=cmd|' /C calc'!A0",
        "+1+1.zip",
        "-2+3",
        "@SUM(1).zip",
        "\t=1",
        "=HYPERLINK(\"http://x\")",
        "1\r\n=2"
      })
  void neverMakesAFormulaOfWhatASenderWrote(String name) throws Exception {
    submissions.save(
        People.submission(1, SubmissionState.PROCESSED, name),
        Act.byMachine(Act.Kind.SUBMISSION_RECEIVED));
    for (Row row : taken(Role.CLERK, "/export.xlsx")) {
      for (Cell cell : row) {
        assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
        assertThat(cell.getCellType() == CellType.NUMERIC || cell.getCellStyle().getQuotePrefixed())
            .as("stays a text when it is edited")
            .isTrue();
      }
    }
  }

  @Test
  void takesAllThatTheFilterFindsWithDatesAsDatesAndTellsWhoTookIt() throws Exception {
    IntStream.rangeClosed(1, 520).forEach(this::delivered);
    delivered(521, SubmissionState.UNASSIGNED);
    Sheet sheet = taken(Role.AUDITOR, "/export.xlsx?state=PROCESSED");
    assertThat(sheet.getLastRowNum()).as("more than one page").isEqualTo(HEAD + 520);
    assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
    assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 4);
    assertThat(text(sheet, 1, 0)).contains("由 auditor 导出");
    assertThat(text(sheet, 2, 0)).contains("state=PROCESSED");
    assertThat(text(sheet, HEAD, 0)).isEqualTo("受理号");
    assertThat(text(sheet, HEAD + 1, 0)).isEqualTo("SJ-2020-000520");
    Cell received = sheet.getRow(HEAD + 1).getCell(2);
    assertThat(DateUtil.isCellDateFormatted(received)).isTrue();
    assertThat(received.getLocalDateTimeCellValue()).isEqualTo("2020-03-30T10:00:00");
    assertThat(sheet.getRow(HEAD + 1).getCell(9).getCellType()).isEqualTo(CellType.NUMERIC);
    assertThat(events("LIST_EXPORTED")).isEqualTo(1);
  }

  @Test
  void givesDossiersMaskedAndAnOfficerThoseOfTheOwnDepartmentOnly() throws Exception {
    delivered(1);
    filed(1, 1, DossierState.ACCEPTED);
    filed(2, 1, DossierState.IN_REVIEW);
    Sheet all = taken(Role.CLERK, "/dossiers/export.xlsx?state=&call=");
    assertThat(all.getLastRowNum()).isEqualTo(HEAD + 2);
    Cell identity = all.getRow(HEAD + 1).getCell(2);
    assertThat(identity.getCellType()).isEqualTo(CellType.STRING);
    assertThat(identity.getStringCellValue()).startsWith("999***").doesNotContain(People.IDENTITY);
    Cell unit = all.getRow(HEAD + 1).getCell(4);
    assertThat(unit.getCellType()).isEqualTo(CellType.STRING);
    assertThat(unit.getStringCellValue()).isEqualTo(People.UNIT.value());
    assertThat(taken(Role.CLERK, "/dossiers/export.xlsx?state=IN_REVIEW").getLastRowNum())
        .isEqualTo(HEAD + 1);
  }

  @Test
  void isForWhoeverSeesTheList() throws Exception {
    mvc.perform(get("/export.xlsx").with(signedIn(Role.ADMIN))).andExpect(status().isForbidden());
    mvc.perform(get("/dossiers/export.xlsx").with(signedIn(Role.MAIL_ROOM)))
        .andExpect(status().isForbidden());
    mvc.perform(get("/export.xlsx").with(signedIn(Role.CLERK)))
        .andExpect(header().string("X-Content-Type-Options", "nosniff"))
        .andExpect(
            header()
                .string(
                    "Content-Disposition",
                    org.hamcrest.Matchers.startsWith("attachment; filename")));
  }
}
