package cn.baosong.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.baosong.core.call.Unit;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.desk.Accounts.Role;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 未报送单位 by the interface, and as a workbook. */
class MissingUnitsTest extends OpenOffice {
  private static final String LIST = "/calls/sx-bqw-2020/missing-units";

  @Autowired PlayedOffice.ListedUnits units;
  private List<Unit> before = List.of();

  @BeforeEach
  void threeMore() {
    before = units.units;
    List<Unit> more = new ArrayList<>(before);
    for (int i = 1; i <= 3; i++) {
      more.add(
          new Unit(
              new UnitCode("11999999MB0000100" + i),
              (i == 2 ? "=1+" : "示例") + "第" + i + "局",
              List.of("老" + i + "局"),
              List.of("CITY_HR"),
              List.of(),
              "王示例",
              "+86-0999-200000" + i,
              ""));
    }
    units.units = more;
  }

  @AfterEach
  void asBefore() {
    units.units = before;
  }

  @Test
  void listsWhoHasNotDeliveredInPagesAndByWords() throws Exception {
    delivered(1);
    filed(1, 1, DossierState.ACCEPTED);
    String body =
        asks(Role.AUDITOR, LIST + "?limit=2")
            .andExpect(status().isOk())
            .andExpect(jsonPath("$.items.length()").value(2))
            .andExpect(jsonPath("$.items[0].code").value("11999999MB00001001"))
            .andExpect(jsonPath("$.items[0].standing").value("NOTHING"))
            .andExpect(jsonPath("$.items[0].hasAddress").value(false))
            .andReturn()
            .getResponse()
            .getContentAsString();
    String next = body.replaceAll(".*\"next\":\"([^\"]+)\".*", "$1");
    asks(Role.AUDITOR, LIST + "?limit=2&cursor=" + next)
        .andExpect(jsonPath("$.items.length()").value(1))
        .andExpect(jsonPath("$.items[0].code").value("11999999MB00001003"))
        .andExpect(jsonPath("$.next").isEmpty());
    asks(Role.CLERK, LIST + "?text=老3").andExpect(jsonPath("$.items.length()").value(1));
    asks(Role.CLERK, LIST + "?standing=RETURNED").andExpect(jsonPath("$.items.length()").value(0));
    asks(Role.CLERK, LIST + "?standing=LATE").andExpect(status().isBadRequest());
    asks(Role.CLERK, "/calls/nm-none-2020/missing-units").andExpect(status().isNotFound());
    asks(Role.OFFICER, LIST).andExpect(status().isForbidden());
  }

  @Test
  void tellsOfEachUnitWhyItIsNotRemindedAndWritesNothing() throws Exception {
    posts(Role.CLERK, "/calls/sx-bqw-2020/reminders", "{}")
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.errors[0].field").value("units"));
    posts(Role.CLERK, "/calls/sx-bqw-2020/reminders", "{\"all\": true, \"text\": \"第\"}")
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.items.length()").value(3))
        .andExpect(jsonPath("$.items[0].letter").isEmpty())
        .andExpect(jsonPath("$.items[0].zh", containsString("电话")));
    posts(Role.AUDITOR, "/calls/sx-bqw-2020/reminders", "{\"all\": true}")
        .andExpect(status().isForbidden());
    assertThat(events("UNIT_REMINDED")).isZero();
  }

  @Test
  void notesWhatWasSaidAndTellsItAsTheLastContact() throws Exception {
    String said =
        """
        {"unit": "11999999MB00001002", "at": "2020-03-29T10:00:00+08:00", "with": "王示例",
         "words": "没有合适人选。"}
        """;
    posts(Role.CLERK, "/calls/sx-bqw-2020/contacts", said).andExpect(status().isCreated());
    posts(Role.CLERK, "/calls/sx-bqw-2020/contacts", said.replace("2020-03-29", "2031-03-29"))
        .andExpect(status().isBadRequest())
        .andExpect(jsonPath("$.errors[0].field").value("at"));
    asks(Role.AUDITOR, "/calls/sx-bqw-2020/contacts?unit=11999999MB00001002")
        .andExpect(jsonPath("$.items[0].words").value("没有合适人选。"))
        .andExpect(jsonPath("$.items[0].by").value("clerk"));
    asks(Role.CLERK, LIST + "?text=1002")
        .andExpect(jsonPath("$.items[0].lastContact.way").value("SPOKEN"));
    assertThat(events("CONTACT_NOTED")).isEqualTo(1);
  }

  @Test
  void handsTheListOutWithEveryCellATextAndNoFormula() throws Exception {
    byte[] bytes =
        mvc.perform(get("/missing/export.xlsx?call=sx-bqw-2020").with(signedIn(Role.CLERK)))
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsByteArray();
    List<String> texts = new ArrayList<>();
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
      for (Row row : book.getSheetAt(0)) {
        for (Cell cell : row) {
          assertThat(cell.getCellType()).isIn(CellType.STRING, CellType.BLANK);
          texts.add(cell.getStringCellValue());
        }
      }
    }
    assertThat(texts).contains("11999999MB00001001", "+86-0999-2000001", "=1+第2局");
    assertThat(events("LIST_EXPORTED")).isEqualTo(1);
  }

  @Test
  void showsThePageAndEachUnitOfIt() throws Exception {
    mvc.perform(get("/missing?q=第1").with(signedIn(Role.CLERK)).locale(java.util.Locale.CHINA))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("示例第1局")))
        .andExpect(content().string(containsString("电话催报")))
        .andExpect(content().string(containsString("另有 3 家")));
    mvc.perform(
            get("/missing/unit?call=sx-bqw-2020&unit=11999999MB00001001")
                .with(signedIn(Role.AUDITOR)))
        .andExpect(status().isOk());
    mvc.perform(get("/missing?call=none-such").with(signedIn(Role.CLERK)))
        .andExpect(status().isOk());
  }
}
