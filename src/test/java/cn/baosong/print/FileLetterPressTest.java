package cn.baosong.print;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.check.Finding;
import cn.baosong.core.check.FindingCode;
import cn.baosong.core.check.Outcome;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.notice.DecisionStory;
import cn.baosong.core.notice.Letter;
import cn.baosong.core.notice.LetterWriter;
import cn.baosong.core.notice.Stories;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileLetterPressTest {
  private static final String UNIT = "云州市人力资源和社会保障局";
  @TempDir static Path home;
  private static FileLetterPress press;

  @BeforeAll
  static void setsUpThePress() throws IOException {
    press = FileLetterPress.under(home);
  }

  @Test
  void printsChineseThatCanBeReadBackOutOfThePdf() throws IOException {
    assertThat(pdfText(receipt(UNIT, "报送包.zip")))
        .contains("收件回执", UNIT + "：", "2020年3月31日18:15:02（北京时间）", "第1页　共1页")
        .contains("不表示材料齐全、符合条件或者已经受理");
  }

  @Test
  void embedsTheFontSoThatTheLetterLooksTheSameEverywhere() throws IOException {
    try (PDDocument document = pdf(receipt(UNIT, "报送包.zip"))) {
      for (COSName name : document.getPage(0).getResources().getFontNames()) {
        assertThat(document.getPage(0).getResources().getFont(name).isEmbedded()).isTrue();
      }
    }
  }

  @Test
  void showsARareCharacterThatTheFontLacksAsItsCodePoint() throws IOException {
    String lacking = Character.toString(0x2A6D7);
    assertThat(pdfText(receipt(UNIT, "王" + lacking + ".zip"))).contains("王□［U+2A6D7］.zip");
    assertThat(text(receipt(UNIT, "王" + lacking + ".zip"), ".txt")).contains("王" + lacking);
  }

  @Test
  void printsTheRareCharactersOfNamesThatTheFontHas() throws IOException {
    assertThat(pdfText(receipt(UNIT, "王䶮㛃.zip"))).contains("王䶮㛃.zip");
  }

  @Test
  void leavesMarkupOfTheSenderInert() throws IOException {
    String hostile = "<img src='file:///etc/passwd' onerror='x'>&lt;${7*7}";
    assertThat(pdfText(receipt(UNIT, hostile))).contains(hostile.replace(" ", ""));
  }

  @Test
  void showsCharactersThatTurnTheDirectionOfWriting() throws IOException {
    assertThat(text(receipt(UNIT, "成绩\u202Egpj.exe"), ".txt"))
        .contains("成绩［U+202E］gpj.exe")
        .doesNotContain("\u202E");
  }

  @Test
  void writesTextThatNotepadReads() throws IOException {
    String text = text(receipt(UNIT, "报送包.zip"), ".txt");
    assertThat(text).startsWith("\uFEFF收件回执\r\n").contains("报送编号：SJ-2020-0017\r\n");
    assertThat(text.replace("\r\n", "")).doesNotContain("\n", "\r");
  }

  @Test
  void writesTheRecordAsJson() throws IOException {
    assertThat(text(receipt(UNIT, "报送包.zip"), ".json"))
        .contains("\"submission\" : \"SJ-2020-0017\"", "\"written\" : \"2020-04-03T01:00:00Z\"");
  }

  @Test
  void printsTheSameLetterToTheSameBytesAndLeavesNothingElse() throws IOException {
    Letter letter = receipt(UNIT, "报送包.zip");
    byte[] first = Files.readAllBytes(file(press.print(letter), ".pdf"));
    Path again = press.print(letter);
    assertThat(Files.readAllBytes(file(again, ".pdf"))).isEqualTo(first);
    assertThat(again).isEqualTo(home.resolve("notices/SJ-2020-0017/001-RECEIPT"));
    try (Stream<Path> files = Files.list(again.resolveSibling("."))) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrder("001-RECEIPT.pdf", "001-RECEIPT.txt", "001-RECEIPT.json");
    }
  }

  @Test
  void cutsATableOfThousandsOnPaperAndListsItWholeInTheText() throws IOException {
    DecisionStory story = new DecisionStory();
    Finding[] missing =
        IntStream.range(0, 450)
            .mapToObj(
                i ->
                    story.finding(
                        FindingCode.MATERIAL_MISSING, Outcome.CORRECT, "form", "缺第" + i + "件。"))
            .toArray(Finding[]::new);
    Letter letter =
        new LetterWriter(ShippedWording.load(), Optional.empty(), Stories.ZONE)
            .letters(story.decided("张三", DossierState.RETURNED, missing).told(), Stories.occasion())
            .get(0);
    assertThat(pdfText(letter)).contains("缺第399件。", "另有50行").doesNotContain("缺第400件。");
    assertThat(text(letter, ".txt")).contains("缺第0件。", "缺第449件。");
  }

  private static Letter receipt(String unit, String file) {
    LetterWriter writer = new LetterWriter(ShippedWording.load(), Optional.empty(), Stories.ZONE);
    return writer.receipt(Stories.delivery(unit, file), Stories.occasion());
  }

  private static PDDocument pdf(Letter letter) throws IOException {
    return Loader.loadPDF(file(press.print(letter), ".pdf").toFile());
  }

  private static String pdfText(Letter letter) throws IOException {
    try (PDDocument document = pdf(letter)) {
      return new PDFTextStripper().getText(document).replaceAll("\\s+", "");
    }
  }

  private static String text(Letter letter, String suffix) throws IOException {
    return Files.readString(file(press.print(letter), suffix), StandardCharsets.UTF_8);
  }

  private static Path file(Path stem, String suffix) {
    return stem.resolveSibling(stem.getFileName() + suffix);
  }
}
