package cn.baosong.reader.archive;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.reader.archive.Defect.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileArchivesTest extends OpeningTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../evil.txt",
        "a/../../evil.txt",
        "..\\evil.txt",
        "/etc/passwd",
        "\\\\server\\share\\x",
        "C:\\Windows\\x.dll",
        "c:x",
        "a/.. /b",
        "a\nb.pdf",
        "a\0b.pdf"
      })
  void opensNothingOfAPackageWithANameThatEscapes(String name) throws IOException {
    var zip = open(RawZip.of(RawZip.part("good.pdf", "a"), RawZip.part(name, "b")));
    assertThat(zip.stoppedBy().orElseThrow().kind()).isEqualTo(Kind.UNSAFE);
    assertThat(zip.entries()).isEmpty();
    if (name.indexOf('\0') < 0) {
      var tar = open(new RawTar().file("good.pdf", "a").file(name, "b"));
      assertThat(tar.stoppedBy().orElseThrow().kind()).isEqualTo(Kind.UNSAFE);
    }
    assertThat(filesLeft()).isZero();
  }

  @Test
  void listsEveryEntryThatItRefused() {
    var opened = open(RawZip.of(RawZip.part("../a", "a"), RawZip.part("../b", "b")));
    assertThat(opened.defects()).extracting(Defect::entry).containsExactly("../b", "../a");
  }

  @Test
  void refusesSymbolicLinksInAZip() {
    var opened = open(RawZip.of(RawZip.part("link", "/etc/passwd").unixMode(0120777)));
    assertThat(kinds(opened)).containsExactly(Kind.UNSAFE);
  }

  @ParameterizedTest
  @ValueSource(chars = {'1', '2', '3', '4', '6'})
  void refusesLinksAndDevicesInATar(char type) {
    var opened =
        open(new RawTar().entry("x".getBytes(StandardCharsets.US_ASCII), type, new byte[0]));
    assertThat(kinds(opened)).containsExactly(Kind.UNSAFE);
  }

  @Test
  void stopsAZipThatUnpacksToAThousandTimesItsWeight() throws IOException {
    var opened = open(RawZip.of(new RawZip.Part(ascii("zeros"), new byte[32 << 20])));
    assertThat(opened.stoppedBy().orElseThrow().kind()).isEqualTo(Kind.UNSAFE);
    assertThat(filesLeft()).isZero();
  }

  @Test
  void stopsAZipThatConcealsItsSize() throws IOException {
    var lying = new RawZip.Part(ascii("zeros"), new byte[32 << 20]).size(10);
    var opened = open(RawZip.of(lying));
    assertThat(opened.stoppedBy().orElseThrow().kind()).isEqualTo(Kind.UNSAFE);
    assertThat(filesLeft()).isZero();
  }

  @Test
  void stopsABombThatHidesInAFileNobodyReads() throws IOException {
    var tar = new RawTar().entry(ascii("._x"), '0', new byte[32 << 20]).bytes();
    var opened = open(gzip(tar), "a.tar.gz");
    assertThat(opened.stoppedBy().orElseThrow().kind()).isEqualTo(Kind.UNSAFE);
  }

  @Test
  void stopsAZipWhoseEntriesShareTheirBytes() {
    var opened =
        open(
            RawZip.of(
                RawZip.part("a", "x".repeat(1000)),
                RawZip.part("a", "x".repeat(1000)).sharesPrevious()));
    assertThat(kinds(opened)).containsExactly(Kind.UNSAFE);
  }

  @Test
  void refusesAZipThatNamesAFileInTwoWays() {
    var opened = open(RawZip.of(RawZip.part("a.pdf", "a").localName("a.exe")));
    assertThat(kinds(opened)).containsExactly(Kind.UNSAFE);
  }

  @Test
  void refusesContentThatTheDirectoryDoesNotList() {
    byte[] hidden = RawZip.of(RawZip.part("hidden", "x")).bytes();
    RawZip seen = RawZip.of(RawZip.part("seen", "y"));
    byte[] both = concat(Arrays.copyOf(hidden, 36 + 3), shifted(seen.bytes(), 39));
    assertThat(kinds(open(both, "a.zip"))).containsExactly(Kind.UNSAFE);
  }

  @Test
  void acceptsAFewMegabytesOfVeryRegularText() {
    byte[] text = "山西省,推荐,1\n".repeat(400_000).getBytes(StandardCharsets.UTF_8);
    var opened = open(RawZip.of(new RawZip.Part(ascii("list.csv"), text)));
    assertThat(opened.defects()).isEmpty();
    assertThat(opened.entries().get(0).size()).isEqualTo(text.length);
  }

  @Test
  void saysWhatToSendInPlaceOfVolumesDiscImagesAndPrograms() {
    byte[] disc = new byte[17 * 2048];
    System.arraycopy(ascii("\1CD001"), 0, disc, 16 * 2048, 6);
    byte[] udf = new byte[17 * 2048];
    System.arraycopy(ascii("\0BEA01"), 0, udf, 16 * 2048, 6);
    byte[] program = new byte[200];
    System.arraycopy(ascii("MZ"), 0, program, 0, 2);
    program[60] = 100;
    System.arraycopy(ascii("PE\0\0"), 0, program, 100, 4);
    assertThat(remedy(ascii("PK\7\10rest of it"), "a.z01")).contains("分卷", "合并");
    assertThat(remedy(ascii("anything"), "a.zip.002")).contains("分卷", "合并");
    assertThat(remedy(ascii("anything"), "a.z02")).contains("分卷", "合并");
    assertThat(remedy(disc, "disc.iso")).contains("光盘映像", "zip");
    assertThat(remedy(udf, "disc.img")).contains("光盘映像", "zip");
    assertThat(remedy(program, "a.exe")).contains("自解压", "zip");
    assertThat(paths(open(ascii("MZ is how this text begins"), "a.txt"))).containsExactly("a.txt");
  }

  private String remedy(byte[] bytes, String name) {
    var opened = open(bytes, name);
    assertThat(opened.stoppedBy().orElseThrow().kind()).isEqualTo(Kind.UNSUPPORTED);
    return opened.defects().get(0).chinese();
  }

  @Test
  void callsATruncatedZipBrokenAndNotUnsafe() {
    byte[] whole = RawZip.of(RawZip.part("a.pdf", "x".repeat(5000))).bytes();
    for (int cut : new int[] {10, 40, whole.length - 30, whole.length - 3}) {
      var opened = open(Arrays.copyOf(whole, cut), "a.zip");
      assertThat(opened.stoppedBy().orElseThrow().kind()).isEqualTo(Kind.BROKEN);
    }
  }

  @Test
  void callsATruncatedTarBroken() throws IOException {
    byte[] tar = new RawTar().file("a.pdf", "x".repeat(5000)).file("b", "y").bytes();
    for (int cut : new int[] {600, 4000, 512 + 5120, 512 + 5120 + 512}) {
      assertThat(kinds(open(Arrays.copyOf(tar, cut), "a.tar"))).containsExactly(Kind.BROKEN);
    }
    byte[] gz = gzip(tar);
    assertThat(kinds(open(Arrays.copyOf(gz, gz.length - 6), "a.tgz"))).containsExactly(Kind.BROKEN);
    gz[gz.length - 6] ^= 1;
    assertThat(kinds(open(gz, "a.tgz"))).containsExactly(Kind.BROKEN);
    assertThat(filesLeft()).isZero();
  }

  @Test
  void readsTheGoodFilesBesideADamagedOne() {
    var opened =
        open(RawZip.of(RawZip.part("a.pdf", "good"), RawZip.part("b.pdf", "bad bad").damaged()));
    assertThat(paths(opened)).containsExactly("a.pdf");
    assertThat(kinds(opened)).containsExactly(Kind.BROKEN);
    assertThat(opened.stoppedBy()).isEmpty();
    assertThat(opened.defects().get(0).entry()).isEqualTo("b.pdf");
  }

  @Test
  void readsTheGoodFilesBesideOneInAMethodWeDoNotRead() {
    var opened = open(RawZip.of(RawZip.part("a", "good"), RawZip.part("b", "x").method(98)));
    assertThat(paths(opened)).containsExactly("a");
    assertThat(kinds(opened)).containsExactly(Kind.UNSUPPORTED);
    assertThat(opened.defects().get(0).chinese()).contains("Deflate");
    var unheardOf = open(RawZip.of(RawZip.part("a", "good"), RawZip.part("b", "x").method(77)));
    assertThat(paths(unheardOf)).containsExactly("a");
  }

  @Test
  void tellsAnEncryptedPackageFromAnEncryptedFile() {
    var all = open(RawZip.of(RawZip.part("a", "x").flags(1), RawZip.part("Thumbs.db", "x")));
    assertThat(all.stoppedBy().orElseThrow().kind()).isEqualTo(Kind.ENCRYPTED);
    var one = open(RawZip.of(RawZip.part("a", "x").flags(1), RawZip.part("b", "x")));
    assertThat(one.stoppedBy()).isEmpty();
    assertThat(paths(one)).containsExactly("b");
    assertThat(kinds(one)).containsExactly(Kind.ENCRYPTED);
  }

  @Test
  void stopsAtTheLimitsOfBytesAndEntries() throws IOException {
    var small = new ArchiveLimits(1000, 3, 200, 2, 255);
    byte[] large = RawZip.of(new RawZip.Part(ascii("a"), new byte[2000])).bytes();
    assertThat(kinds(open(large, "a.zip", small))).containsExactly(Kind.TOO_LARGE);
    RawTar many = new RawTar();
    RawZip manyZip = new RawZip();
    for (int i = 0; i < 4; i++) {
      many.file("f" + i, "x");
      manyZip.add(RawZip.part("f" + i, "x"));
    }
    assertThat(kinds(open(many.bytes(), "a.tar", small))).containsExactly(Kind.TOO_LARGE);
    assertThat(kinds(open(manyZip.bytes(), "a.zip", small))).containsExactly(Kind.TOO_LARGE);
    assertThat(filesLeft()).isZero();
  }

  @Test
  void leavesOutAFileThreeHundredFoldersDeepAndReadsTheRest() {
    var opened = open(RawZip.of(RawZip.part("a/".repeat(300) + "x", "x"), RawZip.part("b", "y")));
    assertThat(paths(opened)).containsExactly("b");
    assertThat(kinds(opened)).containsExactly(Kind.TOO_LARGE);
  }

  @Test
  void keepsTheListOfTenThousandFaultsReadable() {
    RawZip zip = RawZip.of(RawZip.part("b", "y"));
    for (int i = 0; i < 500; i++) {
      zip.add(RawZip.part("a/".repeat(40) + i, "x"));
    }
    assertThat(open(zip).defects()).hasSizeLessThan(60);
  }

  @Test
  void refusesANameRecordThatWouldFillTheMemory() throws IOException {
    byte[] tar = new RawTar().header(ascii("././@LongLink"), 'L', 1L << 31).bytes();
    assertThat(kinds(open(tar, "a.tar"))).containsExactly(Kind.TOO_LARGE);
  }

  @Test
  void blamesNoUnitForADiskOfOurOwnThatFails() throws IOException {
    Path blob = RawZip.of(RawZip.part("a", "x")).in(temp);
    Path nowhere = temp.resolve("not-there");
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> new ArchiveOpener(ArchiveLimits.safe()).open(blob, "a.zip", nowhere))
        .isInstanceOf(java.nio.file.NoSuchFileException.class);
    assertThat(Files.exists(nowhere)).isFalse();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream gz = new GZIPOutputStream(out)) {
      gz.write(plain);
    }
    return out.toByteArray();
  }

  private static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  /** The same zip with its offsets moved, as if it stood behind other bytes. */
  private static byte[] shifted(byte[] zip, int by) {
    byte[] moved = zip.clone();
    int end = moved.length - 22;
    int directory = moved[end + 16] & 0xFF;
    moved[end + 16] += (byte) by;
    moved[directory + 42] += (byte) by;
    return moved;
  }
}
