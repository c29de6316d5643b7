package cn.baosong.reader.archive;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.reader.text.TextBytes;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class NamesInArchivesTest extends OpeningTest {

  @Test
  void readsNamesThatWindowsWroteInGbkWithoutTheFlag() {
    var opened = open(RawZip.of(RawZip.gbk("报送清单.xlsx", "a"), RawZip.gbk("01-张三/登记表.pdf", "b")));
    assertThat(paths(opened)).containsExactly("报送清单.xlsx", "01-张三/登记表.pdf");
    assertThat(opened.defects()).isEmpty();
  }

  @Test
  void readsNamesInUtf8WithAndWithoutTheFlag() {
    var opened =
        open(RawZip.of(RawZip.part("推荐报告.pdf", "a").flags(1 << 11), RawZip.part("审计.pdf", "b")));
    assertThat(paths(opened)).containsExactly("推荐报告.pdf", "审计.pdf");
  }

  @Test
  void trustsTheUnicodeFieldOnlyWhileItBelongsToTheName() {
    byte[] plain = "____.pdf".getBytes(StandardCharsets.US_ASCII);
    byte[] stale = RawZip.unicodePath("other".getBytes(StandardCharsets.US_ASCII), "冒名.pdf");
    var opened =
        open(
            RawZip.of(
                new RawZip.Part(plain, new byte[] {1}).extra(RawZip.unicodePath(plain, "登记表.pdf")),
                RawZip.part("plain.pdf", "b").extra(stale)));
    assertThat(paths(opened)).containsExactly("登记表.pdf", "plain.pdf");
  }

  @Test
  void decidesTheCharsetOfUnflaggedNamesForTheWholeArchive() {
    // C4 AB alone is also valid UTF-8; beside a name that is not, it is GBK.
    byte[] alike = {(byte) 0xC4, (byte) 0xAB, '.', 't', 'x', 't'};
    var opened = open(RawZip.of(new RawZip.Part(alike, new byte[] {1}), RawZip.gbk("张三.pdf", "b")));
    assertThat(paths(opened)).containsExactly("墨.txt", "张三.pdf");
  }

  @Test
  void doesNotTakeTheSecondByteOfAGbkCharacterForASeparator() {
    byte[] raw = "誠信承诺.pdf".getBytes(TextBytes.GB18030);
    assertThat(raw).contains(0x5C);
    var opened = open(RawZip.of(new RawZip.Part(raw, new byte[] {1})));
    assertThat(paths(opened)).containsExactly("誠信承诺.pdf");
  }

  @Test
  void takesTheBackslashOfOldWindowsArchiversForASeparator() {
    var opened = open(RawZip.of(RawZip.gbk("01-张三\\登记表.pdf", "a"), RawZip.gbk("清单.csv", "b")));
    assertThat(paths(opened)).containsExactly("01-张三/登记表.pdf", "清单.csv");
  }

  @Test
  void keepsTheBytesOfANameThatNoCharsetReads() {
    byte[] raw = {(byte) 0xFF, (byte) 0xFE, '.', 'p', 'd', 'f'};
    var opened = open(RawZip.of(new RawZip.Part(raw, new byte[] {1}), RawZip.part("a.pdf", "b")));
    assertThat(opened.entries().get(0).rawName()).contains("fffe2e706466");
    assertThat(opened.entries().get(0).path()).endsWith(".pdf");
    assertThat(kinds(opened)).containsExactly(Defect.Kind.DAMAGED_NAME);
  }

  @Test
  void keepsRareCharactersOfPersonalNames() {
    var opened = open(RawZip.of(RawZip.gbk("䶮〇·买买提.pdf", "a"), RawZip.gbk("清单.csv", "b")));
    assertThat(paths(opened)).contains("䶮〇·买买提.pdf");
  }

  @Test
  void keepsBothOfTwoFilesWithOneNameAndSaysSo() {
    var opened =
        open(
            RawZip.of(
                RawZip.part("a.pdf", "first"),
                RawZip.part("a.pdf", "second"),
                RawZip.part("a(2).pdf", "third"),
                RawZip.part("A.PDF", "fourth")));
    assertThat(paths(opened)).containsExactly("a.pdf", "a(3).pdf", "a(2).pdf", "A(4).PDF");
    assertThat(content(opened, "a(3).pdf")).isEqualTo("second");
    assertThat(kinds(opened))
        .containsExactly(Defect.Kind.DUPLICATE_NAME, Defect.Kind.DUPLICATE_NAME);
  }

  @Test
  void tellsNamesApartThatDifferOnlyInUnicodeComposition() {
    var opened = open(RawZip.of(RawZip.part("é.pdf", "a"), RawZip.part("é.pdf", "b")));
    assertThat(opened.entries()).hasSize(2);
    assertThat(kinds(opened)).containsExactly(Defect.Kind.DUPLICATE_NAME);
  }

  @Test
  void showsANameWithDirectionMarksAsItReallyIs() {
    var opened = open(RawZip.of(RawZip.part("登记表\u202Efdp.exe", "a")));
    assertThat(paths(opened)).containsExactly("登记表fdp.exe");
    assertThat(kinds(opened)).containsExactly(Defect.Kind.DAMAGED_NAME);
    assertThat(opened.defects().get(0).chinese()).doesNotContain("\u202E");
  }

  @Test
  void cutsANameOfThreeHundredCharactersAndKeepsItsSuffix() {
    var opened = open(RawZip.of(RawZip.part("长".repeat(300) + ".pdf", "a")));
    assertThat(opened.entries().get(0).path()).hasSize(255).endsWith(".pdf");
    assertThat(kinds(opened)).containsExactly(Defect.Kind.TOO_LARGE);
    assertThat(opened.stoppedBy()).isEmpty();
  }

  @Test
  void readsTarNamesFromPaxAndInUtf8AndInGbk() {
    var opened =
        open(
            new RawTar()
                .pax("path", "推荐报告.pdf")
                .file("short", "a")
                .file("登记表.pdf", "b")
                .file("报送清单.csv".getBytes(TextBytes.GB18030), "c")
                .gnuLongName(("很长的文件夹/" + "名".repeat(60) + "\0").getBytes(TextBytes.GB18030))
                .file("cut", "d"));
    assertThat(paths(opened))
        .containsExactly("推荐报告.pdf", "登记表.pdf", "报送清单.csv", "很长的文件夹/" + "名".repeat(60));
    assertThat(content(opened, "报送清单.csv")).isEqualTo("c");
  }

  @Test
  void mendsTheNameOfASingleFile() {
    var opened = open("x".getBytes(StandardCharsets.UTF_8), "..\\evil/登记\r\n表.pdf");
    assertThat(paths(opened)).containsExactly("登记  表.pdf");
  }
}
