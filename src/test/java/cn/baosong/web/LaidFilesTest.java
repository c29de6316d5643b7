package cn.baosong.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;

import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.dossier.PaperRecord;
import cn.baosong.core.dossier.Scan;
import cn.baosong.desk.Accounts.Role;
import cn.baosong.desk.Papers;
import cn.baosong.desk.ParcelFileDesk;
import cn.baosong.desk.ScanDesk;
import cn.baosong.desk.Scans;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;

/** What the mail room lays into its folder: a parcel's data beside a scan, and scans of nobody. */
class LaidFilesTest extends OpenOffice {
  private static final String PARCEL =
      """
      {"call": "sx-bqw-2020", "unit": "11999999MB00000015",
       "parcel": {"carrier": "EMS", "item": "EX 7000 00001", "dispatchPostmark": "2020-03-28",
        "arrivalPostmark": "2020-03-29", "received": "2020-03-29T10:15:00+08:00", "by": "收发员"},
       "candidates": [{"identity": "999999199001010010", "name": "王五",
        "copies": {"登记表": 3}, "fields": {"姓名": "王五", "出生日期": null}}]}
      """;

  @Autowired ParcelFileDesk parcels;
  @Autowired ScanDesk desk;
  @Autowired Scans scans;
  @Autowired Papers papers;

  @Test
  void registersTheParcelThatAFileBesideAScanDescribes() throws IOException {
    lay("scan-1.json", PARCEL);
    lay("again.JSON", PARCEL);
    PaperRecord paper = onlyParcel();
    assertThat(paper.received()).isEqualTo("2020-03-29T02:15:00Z");
    assertThat(paper.parcel().dispatchPostmark()).hasToString("Optional[2020-03-28]");
    assertThat(paper.by()).isEqualTo("收发员");
    assertThat(paper.confirmedBy()).isEmpty();
    PaperRecord.Candidate person = paper.candidates().get(0);
    assertThat(person.copies()).containsEntry("登记表", 3);
    assertThat(person.fields()).containsOnlyKeys("姓名");
    assertThat(dossiers.ofUnit(People.CALL, People.UNIT))
        .extracting(Dossier::state)
        .containsExactly(DossierState.AWAITING_ELECTRONIC);
    assertThat(scans.waiting(10)).isEmpty();
  }

  @Test
  void takesTheCodeOfACoverSheetForCallAndUnit() throws IOException {
    lay(
        "x.json",
        """
        {"cover": "BSF1/SX-BQW-2020/11999999MB00000015/-",
         "parcel": {"received": "2020-03-29T10:15:00+08:00"}}
        """);
    assertThat(onlyParcel().by()).isEqualTo("收发室");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"call\": \"sx-bqw-2020\", | 第 1 行",
        "[] | 读不出",
        "null | 文件是空的",
        "{} | parcel、call、unit",
        "{\"call\": 1, \"call\": 2} | 读不出",
        "{\"unit\": \"11999999MB00000015\", \"cal\": \"x\"} | 不认识的键：cal",
        "{\"cover\": \"SJ-2020-999999\", \"parcel\": {\"received\": \"2020-03-29T10:15:00+08:00\"}} | 封面码或编号不认识",
        "{\"call\": \"../x\", \"unit\": \"11999999MB00000015\", \"parcel\": {\"received\": \"2020-03-29T10:15:00+08:00\"}} | 写法不对",
        "{\"call\": \"sx-bqw-2020\", \"unit\": \"11999999MB00000099\", \"parcel\": {\"received\": \"2020-03-29T10:15:00+08:00\"}} | 单位",
        "{\"call\": \"sx-bqw-2020\", \"unit\": \"11999999MB00000015\", \"parcel\": {\"received\": \"2020-03-29T10:15:00+08:00\", \"arrivalPostmark\": \"2020-04-29\"}} | 到达邮戳晚于收到时间",
        "{\"call\": \"sx-bqw-2020\", \"unit\": \"11999999MB00000015\", \"parcel\": {\"received\": \"昨天\"}} | parcel.received",
        "{\"call\": \"sx-bqw-2020\", \"unit\": \"11999999MB00000015\", \"parcel\": {\"received\": \"2020-03-29T10:15:00+08:00\", \"confirmedBy\": \"甲\"}} | 复核由第二人登录后确认"
      })
  void tellsAPersonWhyAFileWasNotRegisteredAndLosesNothing(String json, String told)
      throws Exception {
    lay("wrong.json", json);
    assertThat(papers.ofUnit(People.CALL, People.UNIT)).isEmpty();
    Scan waiting = onlyWaiting();
    assertThat(waiting.reading().orElseThrow().trouble()).contains(told);
    mvc.perform(get("/paper").with(signedIn(Role.MAIL_ROOM)))
        .andExpect(content().string(containsString("没有登记：")))
        .andExpect(content().string(containsString(told)));
    mvc.perform(get("/paper/scans/" + waiting.id()).with(signedIn(Role.MAIL_ROOM)))
        .andExpect(content().bytes(json.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void survivesAFileThatIsBeyondMeasure() throws IOException {
    lay("deep.json", "[".repeat(100_000));
    lay("long.json", "{\"call\": \"" + "x".repeat(2 << 20) + "\"}");
    assertThat(scans.waiting(10))
        .extracting(scan -> scan.reading().orElseThrow().trouble())
        .anySatisfy(told -> assertThat(told).contains("读不出"))
        .anySatisfy(told -> assertThat(told).contains("超过 1 MB"))
        .hasSize(2);
  }

  @Test
  void tellsOfAnItemThatStandsInTheRegisterWithSomethingElse() throws IOException {
    lay("one.json", PARCEL);
    lay("two.json", PARCEL.replace("王五", "赵六"));
    assertThat(onlyParcel().candidates().get(0).name()).isEqualTo("王五");
    assertThat(onlyWaiting().reading().orElseThrow().trouble()).contains("内容不同");
  }

  @Test
  void endsTheWaitOnceItCanBeRegistered() throws IOException {
    desk.end(refused().id(), "重新写过", "clerk1");
    assertThat(scans.waiting(10)).isEmpty();

    String early = PARCEL.replace("EX 7000 00001", "EX 7000 00002").replace("王五", "钱七");
    lay("early.json", PARCEL.replace("EX 7000 00001", "EX 7000 00002"));
    lay("late.json", early);
    assertThat(scans.waiting(10)).hasSize(1);
    jdbc.sql("delete from paper").update();
    lay("late.json", early);
    assertThat(scans.waiting(10)).isEmpty();
  }

  private Scan refused() throws IOException {
    lay("refused.json", "{}");
    return onlyWaiting();
  }

  @Test
  void hasAPersonSayWhoseAScanIsThatNamesNobody() throws Exception {
    delivered(1);
    Dossier dossier = filed(1, 1, DossierState.IN_REVIEW);
    desk.take("handwritten.pdf", new ByteArrayInputStream(new byte[] {1, 2, 3}));
    Scan waiting = onlyWaiting();
    settles(waiting, "dossier", "number", "RX-2020-999999")
        .andExpect(flash().attributeExists("refused"));
    settles(waiting, "dossier", "number", " " + dossier.number().value().toLowerCase(Locale.ROOT))
        .andExpect(flash().attribute("done", "paper.scans.assigned"));
    assertThat(scans.ofUnit(People.CALL, People.UNIT))
        .extracting(Scan::reference)
        .containsExactly(dossier.number().value());
    assertThat(scans.waiting(10)).isEmpty();
    assertThat(events("PAPER_MATCHED")).isEqualTo(1);
    settles(waiting, "ending", "reason", "x").andExpect(flash().attributeExists("refused"));
  }

  @Test
  void settlesAScanThatIsNobodysOnlyWithAReason() throws Exception {
    desk.take("blank.pdf", new ByteArrayInputStream(new byte[] {4, 5, 6}));
    Scan waiting = onlyWaiting();
    settles(waiting, "ending", "reason", " ").andExpect(flash().attributeExists("refused"));
    settles(waiting, "ending", "reason", "空白页")
        .andExpect(flash().attribute("done", "paper.scans.settled"));
    assertThat(scans.find(waiting.id()).orElseThrow().ended().orElseThrow().reason())
        .isEqualTo("空白页");
    mvc.perform(get("/paper").with(signedIn(Role.MAIL_ROOM)))
        .andExpect(content().string(not(containsString("blank.pdf"))));
    assertThat(events("PAPER_SETTLED")).isEqualTo(1);
  }

  private ResultActions settles(Scan scan, String act, String field, String value)
      throws Exception {
    return mvc.perform(
        post("/paper/scans/" + scan.id() + "/" + act)
            .param(field, value)
            .with(csrf())
            .with(signedIn(Role.MAIL_ROOM)));
  }

  private void lay(String name, String json) throws IOException {
    assertThat(ParcelFileDesk.isNamed(name)).isTrue();
    parcels.take(name, new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
  }

  private PaperRecord onlyParcel() {
    List<PaperRecord> all = papers.ofUnit(People.CALL, People.UNIT);
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  private Scan onlyWaiting() {
    List<Scan> all = scans.waiting(10);
    assertThat(all).hasSize(1);
    return all.get(0);
  }
}
