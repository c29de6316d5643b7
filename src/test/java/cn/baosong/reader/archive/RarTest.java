package cn.baosong.reader.archive;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.reader.archive.Defect.Kind;
import cn.baosong.reader.text.TextBytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RarTest extends OpeningTest {

  @Test
  void readsBothVersionsWithChineseNames() {
    var five = rar(RawRar.five().file("包/清单.csv", "a").file("包/01-张三/登记表.pdf", "登记"));
    assertThat(paths(five)).containsExactly("清单.csv", "01-张三/登记表.pdf");
    assertThat(content(five, "01-张三/登记表.pdf")).isEqualTo("登记");
    assertThat(five.defects()).isEmpty();
    var four =
        rar(
            RawRar.four()
                .file("清单.csv".getBytes(TextBytes.GB18030), new byte[] {'a'})
                .file("01\\登记表.pdf".getBytes(TextBytes.GB18030), new byte[] {'b'}));
    assertThat(paths(four)).containsExactly("清单.csv", "01/登记表.pdf");
    assertThat(four.defects()).isEmpty();
  }

  @Test
  void asksForOneWithoutAPasswordWhetherContentOrNamesAreEncrypted() throws IOException {
    for (byte[] rar :
        List.of(
            RawRar.four(0x80).bytes(),
            RawRar.fiveWithEncryptedNames(),
            RawRar.four().encrypted("a").bytes(),
            RawRar.five().encrypted("a").bytes())) {
      assertThat(open(rar, "a.rar").stoppedBy().orElseThrow().kind()).isEqualTo(Kind.ENCRYPTED);
    }
    var mixed = rar(RawRar.five().file("a.pdf", "a").encrypted("b.pdf"));
    assertThat(paths(mixed)).containsExactly("a.pdf");
    assertThat(kinds(mixed)).containsExactly(Kind.ENCRYPTED);
    assertThat(mixed.stoppedBy()).isEmpty();
  }

  @Test
  void asksForOneArchiveInPlaceOfVolumes() {
    for (byte[] rar : List.of(RawRar.four(1).bytes(), RawRar.five(1).bytes())) {
      var opened = open(rar, "a.part1.rar");
      assertThat(kinds(opened)).containsExactly(Kind.UNSUPPORTED);
      assertThat(opened.defects().get(0).chinese()).contains("分卷", "不分卷");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"../evil", "a\\..\\..\\evil", "/etc/passwd", "C:\\x.dll", "a\nb"})
  void opensNothingOfOneWithANameThatEscapes(String name) throws IOException {
    for (RawRar rar : List.of(RawRar.four(), RawRar.five())) {
      assertThat(kinds(rar(rar.file("good.pdf", "a").file(name, "b"))))
          .containsExactly(Kind.UNSAFE);
    }
    assertThat(filesLeft()).isZero();
  }

  @Test
  void refusesLinks() {
    assertThat(kinds(rar(RawRar.four().link("link")))).containsExactly(Kind.UNSAFE);
    assertThat(kinds(rar(RawRar.five().link("link")))).containsExactly(Kind.UNSAFE);
  }

  @Test
  void stopsABombBeforeAByteIsUnpacked() throws IOException {
    var opened = rar(RawRar.five().claiming("zeros", 1L << 32, 22));
    assertThat(kinds(opened)).containsExactly(Kind.UNSAFE);
    assertThat(filesLeft()).isZero();
  }

  @Test
  void asksForDefaultSettingsWhereTheDictionaryWouldFillTheMemory() {
    var opened = rar(RawRar.five().file("a.pdf", "a").claiming("b", 1000, 32));
    assertThat(paths(opened)).containsExactly("a.pdf");
    assertThat(kinds(opened)).containsExactly(Kind.UNSUPPORTED);
    assertThat(opened.defects().get(0).chinese()).contains("字典过大");
  }

  @Test
  void callsATruncatedOneBrokenAndNeverReadsHalfOfIt() {
    byte[] five = RawRar.five().file("a", "x".repeat(500)).file("b", "y".repeat(500)).bytes();
    for (int cut : new int[] {7, 12, 60, 700, five.length - 1}) {
      assertThat(kinds(open(Arrays.copyOf(five, cut), "a.rar"))).containsExactly(Kind.BROKEN);
    }
    byte[] boundary = RawRar.five().file("a", "x").unfinished();
    assertThat(kinds(open(boundary, "a.rar"))).containsExactly(Kind.BROKEN);
    byte[] four = RawRar.four().file("a", "x".repeat(500)).bytes();
    assertThat(kinds(open(Arrays.copyOf(four, 300), "a.rar"))).containsExactly(Kind.BROKEN);
  }

  @Test
  void readsTheGoodFilesBesideADamagedOne() {
    byte[] rar = RawRar.five().file("a.pdf", "good").file("b.pdf", "bad bad").bytes();
    int at = new String(rar, StandardCharsets.ISO_8859_1).indexOf("bad bad");
    rar[at] ^= 1;
    var opened = open(rar, "a.rar");
    assertThat(paths(opened)).containsExactly("a.pdf");
    assertThat(kinds(opened)).containsExactly(Kind.BROKEN);
    assertThat(opened.defects().get(0).entry()).isEqualTo("b.pdf");
  }

  @Test
  void stopsAtTheLimitOfEntriesBeforeTheHeadersAreKept() {
    var limits = new ArchiveLimits(1000, 2, 200, 2, 255);
    for (RawRar rar : List.of(RawRar.four(), RawRar.five())) {
      byte[] three = rar.file("a", "1").file("b", "2").file("c", "3").bytes();
      assertThat(kinds(open(three, "a.rar", limits))).containsExactly(Kind.TOO_LARGE);
    }
  }

  @Test
  void opensTheOneThatIsTheFolderOfACandidate() {
    byte[] inner = RawRar.five().file("登记表.pdf", "x").bytes();
    var opened =
        open(
            RawZip.of(
                RawZip.part("清单.csv", "a"),
                new RawZip.Part("01-张三.rar".getBytes(StandardCharsets.UTF_8), inner)));
    assertThat(paths(opened)).containsExactly("清单.csv", "01-张三/登记表.pdf");
  }

  private OpenedArchive rar(RawRar rar) {
    return open(rar.bytes(), "package.rar");
  }
}
