package cn.baosong.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.submission.PageMark;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormCommandTest {
  private static final String PERSON =
      "\"姓名\":\"王䶮\",\"性别\":\"男\",\"身份证件号码\":\"000000197001010019\","
          + "\"出生日期\":\"1970-01-01\",\"工作单位\":\"示例研究院\",\"专业技术职称\":\"教授\","
          + "\"申报条件\":[\"一\"]";

  @TempDir private Path folder;

  @Test
  void printsTheFormOfTheCallWithItsOwnTitleFieldsAndPlacesToSign() throws IOException {
    try (PDDocument form = printed(PERSON)) {
      String text = new PDFTextStripper().getText(form);
      assertThat(text).contains("百千万人才工程推荐人选个人登记表", "王䶮", "专业技术职称", "教授", "本人签名", "第 1 页　共 1 页");
      for (COSName name : form.getPage(0).getResources().getFontNames()) {
        assertThat(form.getPage(0).getResources().getFont(name).isEmbedded()).isTrue();
      }
    }
  }

  @Test
  void everyPageBearsTheCodeOfTheFormAndItsOwnNumber() throws IOException {
    try (PDDocument form = printed(PERSON + ",\"说明\":\"" + "说明一段很长的情况。".repeat(190) + "\"")) {
      List<PageMark> marks = marks(form);
      assertThat(marks).hasSizeGreaterThan(1);
      assertThat(marks).extracting(PageMark::page).startsWith(1, 2);
      assertThat(marks).extracting(PageMark::pages).containsOnly(marks.size());
      assertThat(marks).extracting(PageMark::digest).containsOnly(marks.get(0).digest());
      assertThat(marks).extracting(m -> m.call().value()).containsOnly("nm-bqw-2017");
      assertThat(marks.get(0).reference()).startsWith("CG-");
    }
  }

  @Test
  void oneChangedFieldChangesTheDigestAndOneMarkButNotTheReference() throws IOException {
    try (PDDocument one = printed(PERSON);
        PDDocument other = printed(PERSON.replace("教授", "研究员"))) {
      PageMark before = marks(one).get(0);
      PageMark after = marks(other).get(0);
      assertThat(after.reference()).isEqualTo(before.reference());
      assertThat(after.digest()).isNotEqualTo(before.digest());
      List<String> changed = new ArrayList<>(after.fields());
      changed.removeAll(before.fields());
      assertThat(changed).hasSize(1);
    }
  }

  @Test
  void theSameDataMakeTheSameBytes() throws IOException {
    printed(PERSON).close();
    byte[] first = Files.readAllBytes(folder.resolve("form.pdf"));
    printed(PERSON).close();
    assertThat(Files.readAllBytes(folder.resolve("form.pdf"))).isEqualTo(first);
  }

  @Test
  void takesTheCallFromThePackageThatTheFileLiesIn() throws IOException {
    Path place = Files.createDirectories(folder.resolve("dossiers/1"));
    write(folder.resolve("package.json"), "{\"call\": \"nm-bqw-2017\"}");
    write(place.resolve("dossier.json"), "{" + PERSON + "}");
    Terminal form = Terminal.run("form", place.resolve("dossier.json").toString());
    assertThat(form.status()).as(form.err()).isZero();
    assertThat(place.resolve("dossier.pdf")).exists();
  }

  @Test
  void saysWhatIsStillWrongWithTheData() throws IOException {
    write(folder.resolve("d.json"), "{\"姓名\": \"李四\"}");
    Terminal form =
        Terminal.run("form", folder.resolve("d.json").toString(), "--call", "nm-bqw-2017");
    assertThat(form.status()).as(form.err()).isZero();
    assertThat(form.out()).contains("请先更正", "性别");
  }

  @Test
  void printsNothingForNobody() throws IOException {
    write(folder.resolve("d.json"), "{}");
    Terminal form =
        Terminal.run("form", folder.resolve("d.json").toString(), "--call", "nm-bqw-2017");
    assertThat(form.status()).isEqualTo(1);
    assertThat(form.err()).contains("姓名");
    assertThat(folder.resolve("d.pdf")).doesNotExist();
  }

  private PDDocument printed(String fields) throws IOException {
    write(folder.resolve("d.json"), "{" + fields + "}");
    Path pdf = folder.resolve("form.pdf");
    Terminal form =
        Terminal.run(
            "form",
            folder.resolve("d.json").toString(),
            "--call",
            "nm-bqw-2017",
            "-o",
            pdf.toString());
    assertThat(form.status()).as(form.err()).isZero();
    return Loader.loadPDF(pdf.toFile());
  }

  private static List<PageMark> marks(PDDocument form) throws IOException {
    List<PageMark> marks = new ArrayList<>();
    for (int i = 0; i < form.getNumberOfPages(); i++) {
      marks.add(mark(new PDFRenderer(form).renderImageWithDPI(i, 200, ImageType.RGB)));
    }
    return marks;
  }

  private static PageMark mark(BufferedImage page) {
    int width = page.getWidth();
    int height = page.getHeight();
    int[] pixels = page.getRGB(0, 0, width, height, null, 0, width);
    try {
      return PageMark.read(
              new MultiFormatReader()
                  .decode(
                      new BinaryBitmap(
                          new HybridBinarizer(new RGBLuminanceSource(width, height, pixels))))
                  .getText())
          .orElseThrow();
    } catch (NotFoundException none) {
      throw new AssertionError("no code on the page", none);
    }
  }

  private static void write(Path file, String json) throws IOException {
    Files.writeString(file, json, StandardCharsets.UTF_8);
  }
}
