package cn.baosong.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import cn.baosong.core.check.FindingCode;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.submission.Channel;
import cn.baosong.core.submission.Digest;
import cn.baosong.core.submission.Interval;
import cn.baosong.core.submission.Outage;
import cn.baosong.core.submission.Receipt;
import cn.baosong.core.submission.SubmissionState;
import cn.baosong.core.submission.TimeEvidence;
import cn.baosong.core.submission.TrustClass;
import cn.baosong.desk.Accounts.Role;
import cn.baosong.desk.Act;
import cn.baosong.store.Book;
import cn.baosong.store.SqlMailFolders;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;

/** A call's last evening, afterwards: what was late and why, and the report on it. */
class NightTest extends OpenOffice {
  private static final String NIGHT = "/calls/" + People.CALL + "/night";

  /** Midnight in Shanghai, the end of 29 March. */
  private static final Instant END = Instant.parse("2020-03-29T16:00:00Z");

  @Autowired private PlayedOffice.ListedCalls calls;
  @Autowired private Book book;

  @BeforeEach
  void aNightWithAnOutageAcrossItsEnd() {
    calls.endOn(Optional.of("2020-03-29"));
    jdbc.sql("delete from outage").update();
    new SqlMailFolders(book)
        .save(
            new Outage(
                "o1",
                "office/INBOX",
                END.minusSeconds(600),
                Optional.of(END.plusSeconds(600)),
                "网络不通"),
            Act.byMachine(Act.Kind.CHANNEL_LOST));
    came(1, Channel.FOLDER, Interval.at(END.minusSeconds(61)), TrustClass.A);
    judged(1, DossierState.ACCEPTED, FindingCode.INELIGIBLE);
    came(2, Channel.FOLDER, Interval.at(END.plusSeconds(5)), TrustClass.A);
    judged(2, DossierState.REJECTED, FindingCode.LATE);
    came(3, Channel.EMAIL, new Interval(END.minusSeconds(600), END.plusSeconds(600)), TrustClass.B);
    judged(3, DossierState.IN_REVIEW, FindingCode.TIME_UNDETERMINED);
  }

  @AfterEach
  void asBefore() {
    calls.endOn(Optional.empty());
    jdbc.sql("delete from outage").update();
  }

  private void came(int serial, Channel channel, Interval when, TrustClass trust) {
    Receipt receipt =
        new Receipt(
            "r" + serial,
            channel,
            (channel == Channel.EMAIL ? "office/INBOX/1/" : "claim-") + serial,
            "材料.zip",
            new Digest(String.format("%064x", serial)),
            10,
            Optional.empty(),
            Optional.empty(),
            TimeEvidence.of(when, "first seen", trust),
            when.latest());
    submissions.save(
        People.submission(serial, SubmissionState.PROCESSED, receipt),
        Act.byMachine(Act.Kind.SUBMISSION_RECEIVED));
  }

  private void judged(int serial, DossierState state, FindingCode code) {
    Dossier dossier = People.dossier(serial, serial, state, "=张三" + serial);
    dossiers.save(dossier, Act.byMachine(Act.Kind.DOSSIER_FILED));
    dossiers.decide(People.decision(dossier, code), Act.byMachine(Act.Kind.DECISION_MADE));
  }

  private ResultActions sees(Role role, String path) throws Exception {
    return mvc.perform(get(path).with(signedIn(role)).locale(Locale.CHINA));
  }

  @Test
  void tellsWhatWasLateByHowMuchAndWhatAnOutageMayHaveTouched() throws Exception {
    sees(Role.CLERK, NIGHT)
        .andExpect(status().isOk())
        .andExpect(
            content()
                .string(
                    allOf(
                        containsString("已于下列时间截止"),
                        containsString("2020-03-30 00:00:00"),
                        containsString("<strong>5 秒</strong>"),
                        containsString("迟到的（1）"),
                        containsString("是否按时待认定的（1）"),
                        containsString("中断可能影响到的（1）"),
                        containsString("网络不通"))))
        .andExpect(content().string(not(containsString("张三"))));
    sees(Role.AUDITOR, NIGHT + "/now").andExpect(content().string(containsString("id=\"live\"")));
    sees(Role.CLERK, "/calls/no-such/night").andExpect(status().isNotFound());
  }

  @Test
  void reportsTheSameOfTheSameRecordAsPagePdfAndWorkbook() throws Exception {
    sees(Role.AUDITOR, NIGHT + "/report")
        .andExpect(content().string(containsString("截止报告")))
        .andExpect(content().string(containsString("RX-2020-000002")))
        .andExpect(content().string(containsString("5 秒")))
        .andExpect(content().string(containsString("网络不通")))
        .andExpect(content().string(not(containsString("张三"))));
    byte[] pdf =
        sees(Role.AUDITOR, NIGHT + "/report.pdf").andReturn().getResponse().getContentAsByteArray();
    try (var document = Loader.loadPDF(pdf)) {
      assertThat(new PDFTextStripper().getText(document).replaceAll("\\s", ""))
          .contains("截止报告", "RX-2020-000002", "RX-2020-000003", "网络不通", "按时")
          .doesNotContain("张三");
    }
    List<String> cells = workbook();
    assertThat(cells).contains("迟到", "RX-2020-000002", "5", "接收中断", "office/INBOX", "网络不通");
    assertThat(String.join(" ", cells)).doesNotContain("张三");
    assertThat(events("LIST_EXPORTED")).isEqualTo(2);
  }

  /** What is noted of the making itself moves the last act, and nothing else. */
  @Test
  void tellsTheSameFiguresHoweverOftenItIsMade() throws Exception {
    List<String> first = figures();
    assertThat(first).contains("迟到", "RX-2020-000002", "5");
    assertThat(figures()).isEqualTo(first);
    assertThat(figures()).isEqualTo(first);
  }

  private List<String> figures() throws Exception {
    return workbook().stream()
        .filter(cell -> !cell.contains("日志第") && !cell.contains("导出"))
        .toList();
  }

  private List<String> workbook() throws Exception {
    byte[] sheet =
        sees(Role.AUDITOR, NIGHT + "/report.xlsx")
            .andExpect(header().exists("Content-Disposition"))
            .andReturn()
            .getResponse()
            .getContentAsByteArray();
    List<String> cells = new ArrayList<>();
    try (Workbook book = WorkbookFactory.create(new ByteArrayInputStream(sheet))) {
      book.getSheetAt(0)
          .forEach(
              row -> row.forEach(cell -> cells.add(new DataFormatter().formatCellValue(cell))));
    }
    return cells;
  }
}
