package cn.baosong.reader.scan;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.cli.Terminal;
import cn.baosong.core.submission.SeenMark;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes back of a printed form after paper and scanner had it. */
class FormScanTest {
  private static final int PAGES = 20;

  @TempDir static Path folder;
  private static List<BufferedImage> form;
  private static BufferedImage other;

  @BeforeAll
  static void printsAndScans() throws IOException {
    form = Scanner.pages(printed("王示例", "说明一段很长的情况。".repeat(190)));
    other = Scanner.pages(printed("李示例", "")).get(0);
    assertThat(form).hasSizeGreaterThan(1);
  }

  @Test
  void readsEveryPageThatWasFedInAskewThroughDust() throws IOException {
    List<SeenMark> seen = inPdf(form.stream().map(Scanner::askew).toList());
    assertThat(seen).extracting(SeenMark::at).startsWith(1, 2).hasSameSizeAs(form);
    assertThat(seen).allSatisfy(s -> assertThat(s.mark().page()).isEqualTo(s.at()));
  }

  @Test
  void readsAPageHoweverItWasTurned() throws IOException {
    for (double degrees : new double[] {90, 180, -7}) {
      assertThat(inPdf(List.of(Scanner.rotated(form.get(0), degrees))))
          .as(degrees + "°")
          .hasSize(1);
    }
  }

  @Test
  void readsAPalePage() throws IOException {
    assertThat(inPdf(List.of(Scanner.pale(form.get(0))))).hasSize(1);
  }

  @Test
  void tellsSeveralCandidatesAndBlankAndRepeatedPagesOfOneScanApart() throws IOException {
    List<SeenMark> seen =
        inPdf(List.of(form.get(0), Scanner.blank(), other, form.get(0), form.get(1)));
    assertThat(seen).extracting(SeenMark::at).containsExactly(1, 3, 4, 5);
    assertThat(seen.get(0).mark()).isEqualTo(seen.get(2).mark());
    assertThat(seen.get(1).mark().reference()).isNotEqualTo(seen.get(0).mark().reference());
  }

  @Test
  void readsPicturesOfAllKindsAndTheManyPagesOfATiff() throws IOException {
    assertThat(inPicture(Scanner.picture(Scanner.askew(other), "jpg"))).hasSize(1);
    assertThat(inPicture(Scanner.picture(other, "png"))).hasSize(1);
    assertThat(inPicture(Scanner.tiff(form))).hasSameSizeAs(form);
  }

  @Test
  void findsNothingWhereNothingIs() throws IOException {
    assertThat(inPdf(List.of(Scanner.blank()))).isEmpty();
    assertThat(inPicture("no picture".getBytes(StandardCharsets.US_ASCII))).isEmpty();
    byte[] whole = Scanner.picture(other, "png");
    assertThat(inPicture(java.util.Arrays.copyOf(whole, 40))).isEmpty();
  }

  @Test
  void decodesNoPictureThatSaysItIsLargerThanAnyPage() throws IOException {
    assertThat(inPicture(bomb(50_000, 50_000))).isEmpty();
  }

  /** A PNG (RFC 2083) that is nothing but its head. */
  private static byte[] bomb(int width, int height) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(head);
    out.writeBytes("IHDR");
    out.writeInt(width);
    out.writeInt(height);
    out.write(new byte[] {8, 0, 0, 0, 0});
    CRC32 sum = new CRC32();
    sum.update(head.toByteArray());
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    DataOutputStream png = new DataOutputStream(file);
    png.writeLong(0x89504E470D0A1A0AL);
    png.writeInt(13);
    png.write(head.toByteArray());
    png.writeInt((int) sum.getValue());
    return file.toByteArray();
  }

  private static byte[] printed(String name, String note) throws IOException {
    Path data = folder.resolve("d.json");
    Path pdf = folder.resolve("d.pdf");
    String person = "{\"姓名\":\"%s\",\"出生日期\":\"1970-01-01\",\"专业技术职称\":\"教授\",\"说明\":\"%s\"}";
    Files.writeString(data, person.formatted(name, note), StandardCharsets.UTF_8);
    Terminal form =
        Terminal.run("form", data.toString(), "--call", "nm-bqw-2017", "-o", pdf.toString());
    assertThat(form.status()).as(form.err()).isZero();
    return Files.readAllBytes(pdf);
  }

  private static List<SeenMark> inPdf(List<BufferedImage> pages) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(Scanner.pdf(pages))) {
      return FormScan.ofPdf(pdf, PAGES);
    }
  }

  private static List<SeenMark> inPicture(byte[] bytes) throws IOException {
    Path file = folder.resolve("picture");
    Files.write(file, bytes);
    return FormScan.ofPicture(file, PAGES);
  }
}
