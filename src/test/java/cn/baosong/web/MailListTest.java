package cn.baosong.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.baosong.core.dossier.PaperRecord;
import cn.baosong.core.submission.Channel;
import cn.baosong.desk.Accounts.Role;
import cn.baosong.desk.Papers;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.ResultActions;

/** 邮寄登记表: every row is told what became of it. */
class MailListTest extends OpenOffice {
  private static final String HEAD =
      "通知,报送单位,递送方式,承运,邮件号,寄出邮戳,邮戳可辨认,到达邮戳,收到时间,姓名,证件号码,份数·登记表,纸质·姓名\n";
  private static final String GOOD =
      HEAD
          + "sx-bqw-2020,11999999MB00000015,邮寄,EMS,1001,20200328,是,2020-3-30,2020-03-30 09:10,王一,999999199001010010,3,王一\n"
          + ",,,,,,,,,王二,,2,王二\n"
          + "sx-bqw-2020,11999999MB00000015,,EMS,1002,,否,,2020-03-30 09:12,王三,,3,\n";

  @Autowired Papers papers;

  @Test
  void registersEveryParcelWithAllItsPeople() throws Exception {
    sent(GOOD)
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.registered").value(3))
        .andExpect(jsonPath("$.items", hasSize(3)));

    List<PaperRecord> register = papers.ofUnit(People.CALL, People.UNIT);
    assertThat(register).hasSize(2);
    assertThat(register.get(0).candidates())
        .extracting(PaperRecord.Candidate::name)
        .containsExactly("王一", "王二");
    assertThat(register.get(0).candidates().get(1).copies()).containsEntry("登记表", 2);
    assertThat(register.get(1).channel()).isEqualTo(Channel.POST);
    assertThat(register.get(1).parcel().postmarkLegible()).isFalse();
  }

  @Test
  void registersNothingTwiceWhenTheSameListComesAgain() throws Exception {
    sent(GOOD);
    sent(GOOD)
        .andExpect(jsonPath("$.registered").value(0))
        .andExpect(jsonPath("$.twice").value(3))
        .andExpect(jsonPath("$.items[0].number").value(containsString("YZ-2020-")));
    assertThat(papers.ofUnit(People.CALL, People.UNIT)).hasSize(2);
  }

  @Test
  void registersNoParcelByHalvesAndTellsPlaceAndRemedy() throws Exception {
    String list = GOOD.replace(",,,,,,,,,王二,,2,", ",,,,,,,,,王二,,两份,");
    sent(list)
        .andExpect(jsonPath("$.registered").value(1))
        .andExpect(jsonPath("$.wrong").value(2))
        .andExpect(jsonPath("$.items[0].faults[0].zh").value(containsString("整件没有登记")))
        .andExpect(jsonPath("$.items[1].faults[0].field").value("邮寄登记表.csv!L3"))
        .andExpect(jsonPath("$.items[1].faults[0].zh").value(containsString("份数应为")));
    assertThat(papers.ofUnit(People.CALL, People.UNIT))
        .extracting(p -> p.parcel().item())
        .containsExactly("1002");
    sent(GOOD).andExpect(jsonPath("$.registered").value(2)).andExpect(jsonPath("$.twice").value(1));
  }

  @Test
  void refusesAnItemNumberThatIsRegisteredWithSomethingElse() throws Exception {
    sent(GOOD);
    sent(GOOD.replace("20200328", "20200401")
            .replace("2020-3-30", "2020-4-2")
            .replace("2020-03-30 09:10", "2020-04-02 09:10"))
        .andExpect(jsonPath("$.wrong").value(2))
        .andExpect(jsonPath("$.items[0].faults[0].zh").value(containsString("已登记为 YZ-2020-")));
  }

  @Test
  void tellsEverythingThatIsWrongWithARow() throws Exception {
    sent(HEAD + "查无此通知,查无此单位,飞鸽,EMS,1003,2020-13-41,是,,昨天,,,,\n")
        .andExpect(jsonPath("$.wrong").value(1))
        .andExpect(jsonPath("$.items[0].faults", hasSize(5)));
    assertThat(papers.ofUnit(People.CALL, People.UNIT)).isEmpty();
  }

  @Test
  void tellsOfARowThatHoldsTooLittle() throws Exception {
    sent(HEAD + ",,,顺丰,,,,,,,,,\n")
        .andExpect(jsonPath("$.wrong").value(1))
        .andExpect(jsonPath("$.items[0].row").value(2));
  }

  @Test
  void worksOutNoFormulaAndTakesTheValueThatWasSavedWithIt() throws Exception {
    byte[] workbook = template();
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
      XSSFSheet sheet = book.getSheetAt(0);
      List<String> cells =
          List.of(
              "11999999MB00000015", "邮寄", "EMS", "1004", "20200328", "是", "", "2020-03-30 09:10");
      var row = sheet.createRow(2);
      for (int i = 0; i < cells.size(); i++) {
        row.createCell(i).setCellValue(cells.get(i));
      }
      row.getCell(3).setCellFormula("WEBSERVICE(\"http://127.0.0.1/\")");
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      book.write(out);
      sent("邮寄登记表.xlsx", out.toByteArray()).andExpect(jsonPath("$.registered").value(1));
    }
    assertThat(papers.ofUnit(People.CALL, People.UNIT).get(0).parcel().item()).isEqualTo("1004");
  }

  @Test
  void tellsWhyAListCannotBeRead() throws Exception {
    sent("邮寄登记表.xlsx", new byte[] {1, 2, 3, 0}).andExpect(status().isBadRequest());
    mvc.perform(
            multipart("/paper/list")
                .file(
                    new MockMultipartFile(
                        "list",
                        "登记.csv",
                        "text/csv",
                        GOOD.replace("王二,,2", "王二,,x").getBytes(StandardCharsets.UTF_8)))
                .with(csrf())
                .with(signedIn(Role.MAIL_ROOM)))
        .andExpect(content().string(containsString("新登记 1 行，早已登记 0 行，有误 2 行")));
  }

  private byte[] template() throws Exception {
    return mvc.perform(get("/api/v1/paper/list?call=sx-bqw-2020").with(as(Role.MAIL_ROOM)))
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsByteArray();
  }

  private ResultActions sent(String list) throws Exception {
    return sent("邮寄登记表.csv", list.getBytes(StandardCharsets.UTF_8));
  }

  private ResultActions sent(String name, byte[] list) throws Exception {
    return mvc.perform(
        multipart("/api/v1/paper/list")
            .file(new MockMultipartFile("list", name, "application/octet-stream", list))
            .with(as(Role.MAIL_ROOM)));
  }
}
