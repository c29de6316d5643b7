package cn.baosong.reader.archive;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.reader.archive.Defect.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SevenZipTest extends OpeningTest {

  @Test
  void readsASolidOneWithChineseNames() {
    var opened = seven(new RawSevenZip().file("包/清单.csv", "a").file("包/01-张三/登记表.pdf", "登记"));
    assertThat(paths(opened)).containsExactly("清单.csv", "01-张三/登记表.pdf");
    assertThat(content(opened, "01-张三/登记表.pdf")).isEqualTo("登记");
    assertThat(opened.defects()).isEmpty();
  }

  @Test
  void readsOneFileAFolderPackedWithEmptyFilesAndFolders() throws IOException {
    byte[] seven = written(new char[0]);
    var opened = open(seven, "a.7z");
    assertThat(paths(opened)).containsExactlyInAnyOrder("清单.csv", "01/登记表.pdf", "empty.txt");
    assertThat(opened.defects()).isEmpty();
  }

  @Test
  void leavesOutJunkInsideASolidOneAndReadsWhatFollows() {
    var opened =
        seven(
            new RawSevenZip()
                .file("a.pdf", "a")
                .file("Thumbs.db", "t".repeat(900))
                .file("b.pdf", "b"));
    assertThat(paths(opened)).containsExactly("a.pdf", "b.pdf");
    assertThat(opened.ignored()).containsExactly("Thumbs.db");
    assertThat(content(opened, "b.pdf")).isEqualTo("b");
  }

  @Test
  void asksForOneWithoutAPasswordWhetherContentOrNamesAreEncrypted() throws IOException {
    var content = open(written("secret".toCharArray()), "a.7z");
    assertThat(content.stoppedBy().orElseThrow().kind()).isEqualTo(Kind.ENCRYPTED);
    var names = open(RawSevenZip.withEncryptedNames(), "a.7z");
    assertThat(names.stoppedBy().orElseThrow().kind()).isEqualTo(Kind.ENCRYPTED);
    assertThat(filesLeft()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"../evil", "a\\..\\..\\evil", "/etc/passwd", "C:\\x.dll", "a\nb"})
  void opensNothingOfOneWithANameThatEscapes(String name) throws IOException {
    var opened = seven(new RawSevenZip().file("good.pdf", "a").file(name, "b"));
    assertThat(kinds(opened)).containsExactly(Kind.UNSAFE);
    assertThat(filesLeft()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {0xA1FF8020, 0x11FF8020, 0x400})
  void refusesLinksAndPipesAndReparsePoints(int attribute) {
    byte[] target = "/etc/passwd".getBytes(StandardCharsets.US_ASCII);
    assertThat(kinds(seven(new RawSevenZip().file("link", target, attribute))))
        .containsExactly(Kind.UNSAFE);
  }

  @Test
  void stopsABombBeforeAByteIsUnpacked() throws IOException {
    var opened = seven(new RawSevenZip().file("zeros", new byte[12 << 20]));
    assertThat(kinds(opened)).containsExactly(Kind.UNSAFE);
    assertThat(filesLeft()).isZero();
  }

  @Test
  void asksForDefaultSettingsWhereTheDictionaryWouldFillTheMemory() {
    var opened = seven(new RawSevenZip().file("a", "x").dictionary(36));
    assertThat(kinds(opened)).containsExactly(Kind.UNSUPPORTED);
    assertThat(opened.defects().get(0).chinese()).contains("字典过大", "默认设置");
    assertThat(seven(new RawSevenZip().file("a", "x").dictionary(28)).defects()).isEmpty();
  }

  @Test
  void takesNoMemoryForAHeaderThatClaimsGigabytes() {
    assertThat(kinds(open(RawSevenZip.withHeaderOf(2_000_000_000L), "a.7z")))
        .containsExactly(Kind.TOO_LARGE);
    assertThat(kinds(open(RawSevenZip.withHeaderOf(Long.MIN_VALUE), "a.7z")))
        .containsExactly(Kind.TOO_LARGE);
  }

  @Test
  void callsATruncatedOneBrokenAndItsFirstVolumeAVolume() {
    byte[] whole = new RawSevenZip().file("a", "x".repeat(5000)).bytes();
    for (int cut : new int[] {8, 31, 60, whole.length - 1}) {
      byte[] part = Arrays.copyOf(whole, cut);
      assertThat(kinds(open(part, "a.7z"))).containsExactly(Kind.BROKEN);
      var volume = open(part, "a.7z.001");
      assertThat(kinds(volume)).containsExactly(Kind.UNSUPPORTED);
      assertThat(volume.defects().get(0).chinese()).contains("分卷");
    }
  }

  @Test
  void tellsWhichFileOfADamagedOneDoesNotUnpack() {
    var opened =
        seven(new RawSevenZip().file("a", "a".repeat(90)).file("b", "0123456789").damagedAt(4));
    assertThat(opened.defects()).isNotEmpty().allMatch(d -> d.kind() == Kind.BROKEN);
  }

  @Test
  void stopsAtTheLimitOfEntries() {
    var limits = new ArchiveLimits(1000, 2, 200, 2, 255);
    byte[] three = new RawSevenZip().file("a", "1").file("b", "2").file("c", "3").bytes();
    assertThat(kinds(open(three, "a.7z", limits))).containsExactly(Kind.TOO_LARGE);
  }

  @Test
  void opensOneThatIsTheWholePackageOrTheFolderOfACandidate() {
    byte[] inner = new RawSevenZip().file("登记表.pdf", "x").bytes();
    var beside =
        open(
            RawZip.of(
                RawZip.part("清单.csv", "a"),
                new RawZip.Part("01-张三.7z".getBytes(StandardCharsets.UTF_8), inner)));
    assertThat(paths(beside)).containsExactly("清单.csv", "01-张三/登记表.pdf");
    var whole = open(RawZip.of(new RawZip.Part("all.7z".getBytes(StandardCharsets.UTF_8), inner)));
    assertThat(paths(whole)).containsExactly("登记表.pdf");
  }

  private OpenedArchive seven(RawSevenZip seven) {
    return open(seven.bytes(), "package.7z");
  }

  private static byte[] written(char[] password) throws IOException {
    SeekableInMemoryByteChannel channel = new SeekableInMemoryByteChannel();
    try (SevenZOutputFile out =
        password.length == 0
            ? new SevenZOutputFile(channel)
            : new SevenZOutputFile(channel, password)) {
      SevenZArchiveEntry folder = new SevenZArchiveEntry();
      folder.setName("01");
      folder.setDirectory(true);
      out.putArchiveEntry(folder);
      out.closeArchiveEntry();
      for (String name : new String[] {"清单.csv", "01/登记表.pdf", "empty.txt"}) {
        SevenZArchiveEntry entry = new SevenZArchiveEntry();
        entry.setName(name);
        out.putArchiveEntry(entry);
        out.write(name.startsWith("empty") ? new byte[0] : name.getBytes(StandardCharsets.UTF_8));
        out.closeArchiveEntry();
      }
    }
    return Arrays.copyOf(channel.array(), (int) channel.size());
  }
}
