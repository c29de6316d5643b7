package cn.baosong.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cn.baosong.desk.LeafPress.Leaf;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class ColumnWidthsTest {
  private static final double LINE = 42;
  private static final String STAMP = "2020-03-31 00:00:05";
  private static final String LONG = "晚于通知所定的截止时间，该时间由收件服务器记录，不能由报送单位改动。".repeat(8);
  private static final List<String> COLUMNS = List.of("类别", "卷宗", "报送单位", "渠道", "时间", "迟到", "说明");
  private static final List<String> LATE =
      List.of("迟到", "RX-2020-123456", "云州市人力资源和社会保障局", "电子邮件", STAMP, "至少 172800 秒", LONG);

  private static double[] characters(List<String> columns, List<List<String>> rows) {
    double[] shares = ColumnWidths.of(columns, rows).shares(LINE);
    return Arrays.stream(shares).map(share -> share * LINE / 100).toArray();
  }

  @Test
  void leavesEachNumberAndTimeStampItsWholeWidthHoweverLongAnotherTextIs() {
    double[] widths =
        characters(List.of("卷宗", "时间", "说明"), List.of(List.of("RX-2020-123456", STAMP, LONG)));
    assertThat(widths[0]).isGreaterThan(14 * 0.5);
    assertThat(widths[1]).isGreaterThan(19 * 0.45);
    assertThat(widths[2]).isGreaterThan(widths[0] + widths[1]);
  }

  @Test
  void givesTheRestByNeedSoThatALongTextHasTheWidestColumn() {
    double[] widths =
        characters(List.of("单位", "渠道", "说明"), List.of(List.of("云州市人力资源和社会保障局", "电子邮件", LONG)));
    assertThat(widths[2]).isGreaterThan(LINE / 2);
    assertThat(widths[0]).isGreaterThan(6);
    assertThat(Arrays.stream(widths).sum()).isCloseTo(LINE, within(0.001));
  }

  @Test
  void neverWidensAColumnForAPathThatNobodyCouldHold() {
    double[] widths = characters(List.of("甲", "乙"), List.of(List.of("x".repeat(400), "短")));
    assertThat(ColumnWidths.of(List.of("甲"), List.of(List.of("x".repeat(400)))).least())
        .isLessThan(10);
    assertThat(widths[1]).isPositive();
  }

  @Test
  void printsEveryNumberAndTimeStampOfACrowdedTableOnOneLine() throws IOException {
    List<List<String>> table = new ArrayList<>(List.of(COLUMNS));
    for (int i = 0; i < 12; i++) {
      List<String> row = new ArrayList<>(LATE);
      row.set(1, "RX-2020-%06d".formatted(i));
      row.set(6, "于 2020-03-31 00:00:%02d 收到；".formatted(10 + i) + (i % 2 == 0 ? LONG : "晚了。"));
      table.add(row);
    }
    String printed = printed(table);
    for (int i = 0; i < 12; i++) {
      assertThat(printed)
          .contains("RX-2020-%06d".formatted(i), "2020-03-31 00:00:%02d".formatted(10 + i));
    }
    assertThat(printed).contains(STAMP, "172800");
  }

  @Test
  void keepsAllTextInsideThePageEvenWithAWordThatHasNoEnd() throws IOException {
    List<List<String>> table = List.of(List.of("来源", "说明"), List.of("x".repeat(300), "晚了"));
    assertThat(printed(table).replaceAll("\\s", "")).contains("x".repeat(300));
  }

  private static String printed(List<List<String>> table) throws IOException {
    Leaf leaf =
        new Leaf("截止报告", "sx-bqw-2020", Map.of(), table, List.of(), List.of(), Optional.empty());
    try (PDDocument document = Loader.loadPDF(new PdfLeaf().print(leaf))) {
      return new PDFTextStripper().getText(document);
    }
  }
}
