package cn.baosong.reader.pack;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.check.FindingCode;
import cn.baosong.core.submission.Defect;
import cn.baosong.core.submission.Document;
import cn.baosong.reader.archive.Entry;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the parsers refuse by themselves, before anybody has to be ended. */
class HostileFilesTest {
  @TempDir Path directory;

  @Test
  void countsNoMorePagesThanTheOfficeWantsToKnow() throws IOException {
    assertThat(read("登记表.pdf", HostilePdf.millionPages()).pages()).contains(2000);
  }

  @Test
  void givesUpOnPagesBeneathPagesAndFormsWithinForms() throws IOException {
    assertThat(read("登记表.pdf", HostilePdf.deepTree()).text()).isEmpty();
    assertThat(read("登记表.pdf", HostilePdf.formsInForms()).text()).isEmpty();
  }

  @Test
  void readsTheTextBesideAPictureThatItNeverDecodes() throws IOException {
    assertThat(read("登记表.pdf", HostilePdf.hugePicture()).text()).contains("seen");
  }

  @Test
  void looksNoLetterUpInAMillionArticles() throws IOException {
    assertThat(read("登记表.pdf", HostilePdf.articles()).text().orElseThrow()).startsWith("aaa");
  }

  @Test
  void leavesAPdfThatDoesNotOpenToAPersonAndAsksForOneThatIsLocked() throws IOException {
    byte[] form = PrintedForm.of(Map.of("姓名", "张三"));
    byte[] broken = "%PDF-1.7 and then nothing".getBytes(StandardCharsets.US_ASCII);
    assertThat(codes("登记表.pdf", form)).isEmpty();
    assertThat(codes("登记表.pdf", broken)).containsExactly("MATERIAL_UNREADABLE");
    assertThat(codes("登记表.pdf", PrintedForm.encrypted(Map.of("姓名", "张三"))))
        .containsExactly("PACKAGE_ENCRYPTED");
  }

  @Test
  void flagsAPictureByWhatItsHeaderSaysWithoutDecodingIt() throws IOException {
    assertThat(codes("照片.png", png(50_000, 50_000))).containsExactly("MATERIAL_UNREADABLE");
    assertThat(codes("扫描件.png", png(19_842, 14_031))).isEmpty();
    assertThat(codes("照片.gif", picture("gif"))).isEmpty();
    assertThat(codes("照片.jpg", Arrays.copyOf(picture("jpg"), 30))).isEmpty();
  }

  @Test
  void remarksOnWhatAnOfficeDocumentCarriesAndAsksNothing() throws IOException {
    byte[] sheet = zip("[Content_Types].xml", "<Types/>", "xl/vbaProject.bin", "code");
    assertThat(defects("预算.xlsm", sheet))
        .singleElement()
        .satisfies(
            remark -> {
              assertThat(remark.code()).isEqualTo(FindingCode.MATERIAL_INVALID.name());
              assertThat(remark.remark()).isTrue();
              assertThat(remark.place()).isEqualTo("01-张三/预算.xlsm");
              assertThat(remark.sentence()).contains("预算.xlsm", "宏未运行");
            });
    assertThat(defects("证明.doc", compound("Macros"))).singleElement().matches(Defect::remark);
    assertThat(defects("附件.zip", sheet)).isEmpty();
  }

  @Test
  void leavesADocumentThatUnpacksBeyondMeasureToAPerson() throws IOException {
    byte[] bomb = zip("[Content_Types].xml", "<Types/>", "word/a.xml", " ".repeat(40 << 20));
    assertThat(codes("证明.docx", bomb)).containsExactly("MATERIAL_UNREADABLE");
    byte[] large = zip("[Content_Types].xml", "<Types/>", "word/a.xml", noise(20 << 20));
    assertThat(codes("证明.docx", large)).isEmpty();
  }

  @Test
  void doesNotTouchAFileThatCostAReaderBefore() throws IOException {
    byte[] endless = HostilePdf.endless();
    Set<String> asked = new HashSet<>();
    ReadingWatch knowing =
        new ReadingWatch() {
          @Override
          public void goesOn() {}

          @Override
          public boolean mayRead(Entry file) {
            asked.add(file.path());
            return false;
          }
        };
    Papers.Described described = describe("登记表.pdf", endless, knowing);
    assertThat(asked).containsExactly("01-张三/登记表.pdf");
    assertThat(described.documents()).hasSize(1);
    assertThat(described.defects()).singleElement().matches(d -> !d.remark());
  }

  private Document read(String name, byte[] bytes) throws IOException {
    return describe(name, bytes, ReadingWatch.NONE).documents().get(0);
  }

  private List<Defect> defects(String name, byte[] bytes) throws IOException {
    return describe(name, bytes, ReadingWatch.NONE).defects();
  }

  private List<String> codes(String name, byte[] bytes) throws IOException {
    return defects(name, bytes).stream().map(Defect::code).toList();
  }

  private Papers.Described describe(String name, byte[] bytes, ReadingWatch watch)
      throws IOException {
    Path file = Files.write(Files.createTempFile(directory, "entry", ""), bytes);
    return new Papers(2000, watch)
        .describe(
            List.of(
                new Entry(
                    "01-张三/" + name,
                    Optional.empty(),
                    bytes.length,
                    "0".repeat(64),
                    file,
                    Optional.empty())));
  }

  /** The header of a picture, and no picture. */
  private static byte[] png(int width, int height) {
    ByteBuffer header = ByteBuffer.allocate(33);
    header.putLong(0x89504e470d0a1a0aL).putInt(13).put("IHDR".getBytes(StandardCharsets.US_ASCII));
    header.putInt(width).putInt(height).put(new byte[] {1, 0, 0, 0, 0});
    CRC32 crc = new CRC32();
    crc.update(header.array(), 12, 17);
    return header.putInt((int) crc.getValue()).array();
  }

  private static byte[] picture(String format) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), format, bytes);
    return bytes.toByteArray();
  }

  private static byte[] compound(String storage) throws IOException {
    try (POIFSFileSystem document = new POIFSFileSystem()) {
      document.createDirectory(storage);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.writeFilesystem(bytes);
      return bytes.toByteArray();
    }
  }

  private static String noise(int length) {
    StringBuilder noise = new StringBuilder(length);
    java.util.Random random = new java.util.Random(7);
    while (noise.length() < length) {
      noise.append(Integer.toString(random.nextInt(), 36));
    }
    return noise.toString();
  }

  private static byte[] zip(String... namesAndTexts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
        zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }
}
