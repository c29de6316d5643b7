package cn.baosong.reader.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.reader.archive.Defect.Kind;
import cn.baosong.reader.text.TextBytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;
import org.apache.commons.compress.compressors.zstandard.ZstdCompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.LZMAOutputStream;

class ArchiveOpenerTest extends OpeningTest {
  private static final String SHA256_OF_ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @Test
  void hashesWhatItExtractsUnderNamesOfItsOwn() {
    var opened = open(RawZip.of(RawZip.gbk("登记表.pdf", "abc"), RawZip.part("b", "")));
    Entry entry = opened.entries().get(0);
    assertThat(entry.sha256()).isEqualTo(SHA256_OF_ABC);
    assertThat(entry.size()).isEqualTo(3);
    assertThat(entry.extracted().getFileName()).hasToString("000001");
    assertThat(opened.entries().get(1).size()).isZero();
  }

  @Test
  void leavesWhatHoldsOrUnpacksToMoreThanIsCheapForLater() throws IOException {
    byte[] two = RawZip.of(RawZip.part("a", "xx"), RawZip.part("b", "yy")).bytes();
    byte[] mail =
        "Subject: x\r\nContent-Type: application/pdf; name=a.pdf\r\n\r\nxx".getBytes(UTF_8);
    byte[] tar = new RawTar().file("a", "x").file("b", "y").bytes();
    byte[] nested = RawZip.of(new RawZip.Part("in.zip".getBytes(UTF_8), two)).bytes();
    assertThat(atOnce(two, "a.zip", new AtOnce(1000, 2))).isTrue();
    assertThat(atOnce(two, "a.zip", new AtOnce(1000, 1))).isFalse();
    assertThat(atOnce(two, "a.zip", new AtOnce(3, 9))).isFalse();
    assertThat(atOnce(nested, "a.zip", new AtOnce(1000, 2))).isFalse();
    assertThat(atOnce(tar, "a.tar", new AtOnce(5000, 1))).isFalse();
    assertThat(atOnce(mail, "a.eml", new AtOnce(1000, 1))).isTrue();
    assertThat(atOnce(mail, "a.eml", new AtOnce(10, 1))).isFalse();
  }

  private boolean atOnce(byte[] blob, String name, AtOnce most) throws IOException {
    Path work = Files.createTempDirectory(temp, "work");
    boolean opened =
        new ArchiveOpener(ArchiveLimits.safe())
            .openAtOnce(List.of(RawZip.write(temp, blob)), name, work, most)
            .isPresent();
    try (Stream<Path> left = Files.list(work)) {
      assertThat(opened || left.findAny().isEmpty()).isTrue();
    }
    return opened;
  }

  @Test
  void refusesABombAtOnceHoweverMuchItWouldCost() throws IOException {
    byte[] bomb = RawZip.of(new RawZip.Part("z".getBytes(UTF_8), new byte[12 << 20])).bytes();
    assertThat(atOnce(bomb, "a.zip", new AtOnce(1 << 20, 9))).isTrue();
  }

  @Test
  void ignoresWhatMacAndWindowsAndOfficeLeaveBehindAndNamesIt() {
    var opened =
        open(
            RawZip.of(
                RawZip.part("p/清单.csv", "a"),
                RawZip.part("__MACOSX/p/._清单.csv", "m"),
                RawZip.part("p/.DS_Store", "d"),
                RawZip.part("p/Thumbs.db", "t"),
                RawZip.part("p/desktop.ini", "i"),
                RawZip.part("p/~$登记表.docx", "w")));
    assertThat(paths(opened)).containsExactly("清单.csv");
    assertThat(opened.ignored())
        .containsExactly(
            "__MACOSX/p/._清单.csv", "p/.DS_Store", "p/Thumbs.db", "p/desktop.ini", "p/~$登记表.docx");
    assertThat(opened.defects()).isEmpty();
  }

  @Test
  void takesOffTheOneFolderThatHoldsEverything() {
    var opened = open(RawZip.of(RawZip.part("包/清单.csv", "a"), RawZip.part("包/01/x.pdf", "b")));
    assertThat(paths(opened)).containsExactly("清单.csv", "01/x.pdf");
    assertThat(opened.topFolder()).contains("包");
  }

  @Test
  void recognisesTheSamePapersPackedAgainInAnotherWay() throws IOException {
    var zip = open(RawZip.of(RawZip.part("b/1", "x"), RawZip.part("b/2", "y")));
    var tar = open(new RawTar().file("2", "y").file("Thumbs.db", "z").file("1", "x"));
    assertThat(zip.contentDigest()).isPresent().isEqualTo(tar.contentDigest());
    assertThat(open(RawZip.of(RawZip.part("1", "x"))).contentDigest())
        .isNotEqualTo(zip.contentDigest());
  }

  @Test
  void goesByTheBytesAndNotByTheName() throws IOException {
    byte[] tar = new RawTar().file("a", "1").file("b", "2").bytes();
    assertThat(paths(open(tar, "x.zip"))).containsExactly("a", "b");
    assertThat(paths(open(HostileArchivesTest.gzip(tar), "x.zip"))).containsExactly("a", "b");
    byte[] zip = RawZip.of(RawZip.part("a", "1"), RawZip.part("b", "2")).bytes();
    assertThat(paths(open(zip, "x.tar.gz"))).containsExactly("a", "b");
  }

  @Test
  void readsTarsUnderEveryCommonCompression() throws IOException {
    byte[] tar = new RawTar().file("登记表.pdf", "1").file("b", "2").bytes();
    for (Packing packing :
        new Packing[] {
          BZip2CompressorOutputStream::new,
          XZCompressorOutputStream::new,
          ZstdCompressorOutputStream::new
        }) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (OutputStream packed = packing.around(out)) {
        packed.write(tar);
      }
      assertThat(paths(open(out.toByteArray(), "x"))).containsExactly("登记表.pdf", "b");
    }
  }

  private interface Packing {
    OutputStream around(OutputStream out) throws IOException;
  }

  @Test
  void readsZip64() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
      zip.setUseZip64(Zip64Mode.Always);
      for (String name : new String[] {"登记表.pdf", "b"}) {
        zip.putArchiveEntry(new ZipArchiveEntry(name));
        zip.write(name.getBytes(StandardCharsets.UTF_8));
        zip.closeArchiveEntry();
      }
    }
    var opened = open(out.toByteArray(), "a.zip");
    assertThat(paths(opened)).containsExactly("登记表.pdf", "b");
    assertThat(opened.defects()).isEmpty();
  }

  @Test
  void readsTheMethodsThatSevenZipAndBandizipOffer() throws IOException {
    byte[] plain = "登记".getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream xz = new ByteArrayOutputStream();
    ByteArrayOutputStream zstd = new ByteArrayOutputStream();
    ByteArrayOutputStream lzma = new ByteArrayOutputStream();
    lzma.writeBytes(new byte[] {16, 4, 5, 0, 93, 0, 0, 16, 0});
    LZMA2Options options = new LZMA2Options(0);
    options.setDictSize(1 << 20);
    try (OutputStream a = new XZCompressorOutputStream(xz);
        OutputStream b = new ZstdCompressorOutputStream(zstd);
        OutputStream c = new LZMAOutputStream(lzma, options, -1)) {
      a.write(plain);
      b.write(plain);
      c.write(plain);
    }
    var opened =
        open(
            RawZip.of(
                RawZip.part("xz", "登记").packed(95, xz.toByteArray()),
                RawZip.part("zstd", "登记").packed(93, zstd.toByteArray()),
                RawZip.part("lzma", "登记").packed(14, withoutHead(lzma.toByteArray())).flags(2)));
    assertThat(opened.defects()).isEmpty();
    assertThat(paths(opened)).containsExactly("xz", "zstd", "lzma");
    assertThat(opened.entries()).allMatch(e -> e.size() == plain.length);
  }

  /** The library writes the head of an .lzma file (13 bytes) behind the one of a zip entry. */
  private static byte[] withoutHead(byte[] lzma) {
    byte[] bare = new byte[lzma.length - 13];
    System.arraycopy(lzma, 0, bare, 0, 9);
    System.arraycopy(lzma, 22, bare, 9, bare.length - 9);
    return bare;
  }

  @Test
  void readsWhatTheJdkWritesWithSizesBehindTheData() throws IOException {
    var opened = open(jdkZip("清单.csv", "x".repeat(9000)), "a.zip");
    assertThat(content(opened, "清单.csv")).hasSize(9000);
    assertThat(opened.defects()).isEmpty();
  }

  @Test
  void keepsASingleFileAndAnOfficeDocumentWhole() throws IOException {
    assertThat(paths(open("%PDF-1.7".getBytes(StandardCharsets.US_ASCII), "登记表.pdf")))
        .containsExactly("登记表.pdf");
    byte[] workbook = jdkZip("[Content_Types].xml", "<Types/>");
    assertThat(paths(open(workbook, "报送清单.xlsx"))).containsExactly("报送清单.xlsx");
    assertThat(paths(open(new byte[0], "空.txt"))).containsExactly("空.txt");
  }

  @Test
  void passesTheCollectionToolsFileOnUnopened() throws IOException {
    byte[] looksLikeZip = jdkZip("inside", "x");
    assertThat(paths(open(looksLikeZip, "张三.RPU"))).containsExactly("张三.RPU");
    var packed =
        open(RawZip.of(new RawZip.Part("z.RPU".getBytes(StandardCharsets.US_ASCII), looksLikeZip)));
    assertThat(paths(packed)).containsExactly("z.RPU");
  }

  @Test
  void opensTheOneArchiveThatIsTheWholePackage() {
    byte[] inner = RawZip.of(RawZip.gbk("包/清单.csv", "a"), RawZip.gbk("包/张三/x", "b")).bytes();
    var opened =
        open(RawZip.of(new RawZip.Part("inner.zip".getBytes(StandardCharsets.US_ASCII), inner)));
    assertThat(paths(opened)).containsExactly("清单.csv", "张三/x");
  }

  @Test
  void opensTheArchiveOfEachCandidateAsAFolder() {
    byte[] inner = RawZip.of(RawZip.gbk("登记表.pdf", "b")).bytes();
    var opened =
        open(
            RawZip.of(
                RawZip.gbk("清单.csv", "a"),
                new RawZip.Part("01-张三.zip".getBytes(TextBytes.GB18030), inner)));
    assertThat(paths(opened)).containsExactly("清单.csv", "01-张三/登记表.pdf");
  }

  @Test
  void opensNoArchiveBelowTheSecondLevel() {
    byte[] innermost = RawZip.of(RawZip.part("x", "b")).bytes();
    byte[] inner =
        RawZip.of(
                new RawZip.Part("c.zip".getBytes(StandardCharsets.US_ASCII), innermost),
                RawZip.part("y", ""))
            .bytes();
    var opened =
        open(RawZip.of(new RawZip.Part("b.zip".getBytes(StandardCharsets.US_ASCII), inner)));
    assertThat(paths(opened)).containsExactly("c.zip", "y");
    assertThat(kinds(opened)).containsExactly(Kind.TOO_LARGE);
  }

  @Test
  void leavesTheArchivesInsideAStrictPackageAsTheyAre() {
    byte[] inner = RawZip.of(RawZip.part("x", "b")).bytes();
    var opened =
        open(
            RawZip.of(
                RawZip.part("package.json", "{}"),
                new RawZip.Part(
                    "dossiers/1/proof.zip".getBytes(StandardCharsets.US_ASCII), inner)));
    assertThat(paths(opened)).containsExactly("package.json", "dossiers/1/proof.zip");
    assertThat(opened.defects()).isEmpty();
  }

  @Test
  void keepsANestedArchiveThatDoesNotOpenBesideWhatDoes() {
    var opened = open(RawZip.of(RawZip.part("a.pdf", "a"), RawZip.part("b.zip", "PK\3\4 broken")));
    assertThat(paths(opened)).containsExactly("a.pdf", "b.zip");
    assertThat(opened.stoppedBy()).isEmpty();
    assertThat(kinds(opened)).containsExactly(Kind.BROKEN);
  }

  @Test
  void saysThatAnEmptyPackageHoldsNothing() {
    var opened = open(RawZip.of(RawZip.part("folder/", "")));
    assertThat(opened.stoppedBy().orElseThrow().kind()).isEqualTo(Kind.BROKEN);
    assertThat(opened.contentDigest()).isEmpty();
  }

  @Test
  void leavesTheBlobAsItWas() throws IOException {
    Path blob = RawZip.of(RawZip.part("a", "x")).in(temp);
    byte[] before = Files.readAllBytes(blob);
    new ArchiveOpener(ArchiveLimits.safe())
        .open(blob, "a.zip", Files.createTempDirectory(temp, "w"));
    assertThat(Files.readAllBytes(blob)).isEqualTo(before);
  }

  private static byte[] jdkZip(String name, String content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content.getBytes(StandardCharsets.UTF_8));
    }
    return out.toByteArray();
  }
}
