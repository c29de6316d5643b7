package cn.baosong.reader.archive;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.reader.archive.Defect.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.CRC32;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.zstandard.ZstdCompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** For each limit what it stops, and beside it the large and honest package that it lets pass. */
class ArchiveLimitsTest extends OpeningTest {
  private static final int MB = 1 << 20;

  @Test
  void ratioStopsZerosUnderEveryCompressionAndPassesAScanSetOf300Megabytes() throws IOException {
    byte[] zeros = new RawTar().entry(ascii("zeros"), '0', new byte[12 * MB]).bytes();
    for (Packing packing : new Packing[] {Packing.BZIP2, Packing.XZ, Packing.ZSTD}) {
      assertThat(kinds(open(packing.pack(zeros), "a.tar"))).containsExactly(Kind.UNSAFE);
    }
    assertThat(kinds(open(HostileArchivesTest.gzip(zeros), "a.tar.gz")))
        .containsExactly(Kind.UNSAFE);
    assertThat(filesLeft()).isZero();

    RawZip scans = new RawZip();
    RawZip.Part page = new RawZip.Part(ascii("page"), scan(10 * MB));
    for (int i = 0; i < 30; i++) {
      scans.add(page.named("scan-" + i + ".tif"));
    }
    var opened = open(scans);
    assertThat(opened.defects()).isEmpty();
    assertThat(opened.entries()).hasSize(30);
    assertThat(opened.entries().stream().mapToLong(Entry::size).sum()).isEqualTo(300L * MB);
  }

  @Test
  void bytesStopWhatGrowsBeyondThemAndPassWhatJustFits() {
    var limits = new ArchiveLimits(8 * MB, 10, 200, 2, 255);
    byte[] half = scan(4 * MB);
    var fits = RawZip.of(new RawZip.Part(ascii("a"), half), new RawZip.Part(ascii("b"), half));
    assertThat(open(fits.bytes(), "a.zip", limits).defects()).isEmpty();
    assertThat(kinds(open(fits.add(RawZip.part("c", "x")).bytes(), "a.zip", limits)))
        .containsExactly(Kind.TOO_LARGE);
  }

  @Test
  void bytesCountOverAllNestedArchives() {
    var limits = new ArchiveLimits(8 * MB, 100, 200, 2, 255);
    byte[] inner = RawZip.of(new RawZip.Part(ascii("page"), scan(3 * MB))).bytes();
    RawZip outer = RawZip.of(RawZip.part("list.csv", "x"));
    outer.add(new RawZip.Part(ascii("1.zip"), inner)).add(new RawZip.Part(ascii("2.zip"), inner));
    assertThat(open(outer.bytes(), "a.zip", limits).defects()).isEmpty();
    outer.add(new RawZip.Part(ascii("3.zip"), inner));
    assertThat(kinds(open(outer.bytes(), "a.zip", limits))).containsExactly(Kind.TOO_LARGE);
  }

  @Test
  void aBombOfBombsIsStoppedAndAnHonestNestIsOpenedOneLevel() throws IOException {
    byte[] zeros = RawZip.of(new RawZip.Part(ascii("zeros"), new byte[12 * MB])).bytes();
    RawZip middle = new RawZip();
    RawZip outer = new RawZip();
    for (int i = 0; i < 16; i++) {
      middle.add(new RawZip.Part(ascii("book-" + i + ".zip"), zeros));
    }
    RawZip.Part library = new RawZip.Part(ascii("lib"), middle.bytes());
    for (int i = 0; i < 16; i++) {
      outer.add(library.named("lib-" + i + ".zip"));
    }
    var shelves = open(outer);
    assertThat(kinds(shelves)).isNotEmpty().isSubsetOf(Kind.UNSAFE, Kind.TOO_LARGE);
    assertThat(shelves.entries()).allMatch(book -> book.size() == zeros.length);
    assertThat(kinds(open(middle))).containsExactly(Kind.UNSAFE);

    byte[] scans = RawZip.of(new RawZip.Part(ascii("1.tif"), scan(MB))).bytes();
    RawZip people = RawZip.of(RawZip.part("list.csv", "x"));
    RawZip.Part person = new RawZip.Part(ascii("p"), scans);
    for (int i = 0; i < 16; i++) {
      people.add(person.named(i + ".zip"));
    }
    assertThat(open(people).defects()).isEmpty();
    assertThat(open(people).entries()).hasSize(17);
  }

  @Test
  void entriesPassAt19000AndStopBeyond20000() {
    RawZip zip = new RawZip();
    RawZip.Part file = RawZip.part("file", "x");
    for (int i = 0; i < 19_000; i++) {
      zip.add(file.named(i + ".txt"));
    }
    var many = open(zip);
    assertThat(many.defects()).isEmpty();
    assertThat(many.entries()).hasSize(19_000);
    for (int i = 0; i < 1_001; i++) {
      zip.add(file.named("more-" + i));
    }
    assertThat(kinds(open(zip))).containsExactly(Kind.TOO_LARGE);
  }

  @Test
  void depthPassesAt30FoldersAndLeavesOutWhatLiesBeyond32() {
    var opened =
        open(
            RawZip.of(
                RawZip.part("deep/".repeat(30) + "a", "x"),
                RawZip.part("d/".repeat(33) + "b", "y"),
                RawZip.part("c", "z")));
    assertThat(paths(opened)).containsExactly("deep/".repeat(30) + "a", "c");
    assertThat(kinds(opened)).containsExactly(Kind.TOO_LARGE);
    assertThat(opened.defects().get(0).chinese()).contains("层次过深", "32");
  }

  @Test
  void aNameOf255CharactersPassesAndALongerOneIsCutAndTold() {
    String longest = "名".repeat(251) + ".pdf";
    var whole = open(RawZip.of(RawZip.part(longest, "x"), RawZip.part("b", "y")));
    assertThat(paths(whole)).containsExactly(longest, "b");
    assertThat(whole.defects()).isEmpty();
    var cut = open(RawZip.of(RawZip.part("名" + longest, "x"), RawZip.part("b", "y")));
    assertThat(paths(cut)).containsExactly(longest, "b");
    assertThat(kinds(cut)).containsExactly(Kind.TOO_LARGE);
  }

  @Test
  void memoryPassesTheDictionaryOfXz9AndStopsALargerOne() throws IOException {
    byte[] tar = new RawTar().file("a", "1").file("b", "2").bytes();
    assertThat(open(xz(tar, 64 * MB), "a.tar.xz").defects()).isEmpty();
    var hungry = open(xz(tar, 128 * MB), "a.tar.xz");
    assertThat(kinds(hungry)).containsExactly(Kind.UNSUPPORTED);
    assertThat(hungry.defects().get(0).chinese()).contains("内存", "默认设置");
    assertThat(kinds(open(zstdWithWindow(27), "a.tar.zst"))).containsExactly(Kind.UNSUPPORTED);
    assertThat(kinds(open(zstdWithWindow(26), "a.tar.zst"))).containsExactly(Kind.BROKEN);
  }

  /**
   * Says that it needs a dictionary of so many bytes, without the memory that packing with one
   * takes: it stands as a code in the header of the first block (.xz file format, 5.3.1).
   */
  private static byte[] xz(byte[] plain, int dictionary) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream packed = new XZOutputStream(out, new LZMA2Options(0))) {
      packed.write(plain);
    }
    byte[] bytes = out.toByteArray();
    int header = 12;
    int length = (bytes[header] & 0xFF) * 4;
    bytes[header + 4] = (byte) (2 * (Integer.numberOfTrailingZeros(dictionary) - 12));
    CRC32 crc = new CRC32();
    crc.update(bytes, header, length);
    ByteBuffer.wrap(bytes)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(header + length, (int) crc.getValue());
    return bytes;
  }

  /** A frame header (RFC 8878, 3.1.1.1) with a window of so many bits, and nothing after it. */
  private static byte[] zstdWithWindow(int log) {
    return new byte[] {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD, 0, (byte) ((log - 10) << 3), 1, 0};
  }

  /** As a scanned page: print on blank paper, packed to a quarter. */
  private static byte[] scan(int size) {
    byte[] page = new byte[size];
    byte[] print = new byte[1 << 12];
    Random random = new Random(7);
    for (int at = 0; at + print.length <= size; at += 4 * print.length) {
      random.nextBytes(print);
      System.arraycopy(print, 0, page, at, print.length);
    }
    return page;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private enum Packing {
    BZIP2,
    XZ,
    ZSTD;

    byte[] pack(byte[] plain) throws IOException {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (OutputStream packed = around(out)) {
        packed.write(plain);
      }
      return out.toByteArray();
    }

    private OutputStream around(OutputStream out) throws IOException {
      return switch (this) {
        case BZIP2 -> new BZip2CompressorOutputStream(out);
        case XZ -> new XZOutputStream(out, new LZMA2Options(0));
        case ZSTD -> new ZstdCompressorOutputStream(out);
      };
    }
  }
}
