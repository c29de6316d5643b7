package cn.baosong.reader.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.baosong.core.call.ComparedField;
import cn.baosong.core.call.ComparedField.Kind;
import cn.baosong.core.call.ComparedField.Weight;
import cn.baosong.core.dossier.CharacterVariants;
import cn.baosong.core.dossier.FieldDifferences;
import cn.baosong.core.dossier.FormText;
import cn.baosong.core.submission.Document;
import cn.baosong.reader.archive.Entry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PapersTest {
  private static final Map<String, String> FIELDS = fields();
  private static final byte[] FORM = PrintedForm.of(FIELDS);

  @TempDir Path directory;

  @Test
  void readsAFormThatAWordProcessorPrinted() throws IOException {
    Document form = document("01-张三/登记表.pdf", FORM);

    assertThat(form.pages()).contains(2);
    FormText text = FormText.read(List.of(form.text().orElseThrow()), List.copyOf(FIELDS.keySet()));
    assertThat(said(text, "姓名", Kind.NAME)).contains("张三");
    assertThat(said(text, "出生日期", Kind.DATE)).contains("1975年6月15日");
    assertThat(said(text, "身份证件号码", Kind.IDENTITY_NUMBER)).contains("99999919750615 0018");
    assertThat(said(text, "工作单位", Kind.UNIT)).contains(FIELDS.get("工作单位"));
    assertThat(said(text, "申报条件", Kind.CHOICE)).contains("(一)(三)");
  }

  @Test
  void readsNothingButForms() throws IOException {
    assertThat(document("佐证材料.pdf", FORM).text()).isEmpty();
    assertThat(document("登记表/附件.pdf", FORM).text()).isEmpty();
    assertThat(document("登记表.pdf", "登记表 姓名 张三".getBytes(StandardCharsets.UTF_8)).text()).isEmpty();
  }

  @Test
  void findsNoTextInAScan() throws IOException {
    Document scan = document("登记表.pdf", pdf(pdf -> {}));

    assertThat(scan.text()).isEmpty();
    assertThat(scan.pages()).contains(1);
  }

  @Test
  void readsNothingOfAFileThatIsCutOffOrLocked() throws IOException {
    byte[] cut = Arrays.copyOf(FORM, FORM.length / 2);
    byte[] locked = PrintedForm.encrypted(FIELDS);

    assertThat(document("登记表.pdf", cut).text()).isEmpty();
    assertThat(document("登记表.pdf", locked))
        .extracting(Document::text, Document::pages)
        .containsExactly(Optional.empty(), Optional.empty());
  }

  @Test
  void keepsOnlyTheBeginningOfTheFirstPages() throws IOException {
    byte[] book =
        pdf(
            pdf -> {
              for (int page = 1; page < 9; page++) {
                pdf.addPage(new PDPage());
              }
              for (int page = 0; page < 9; page++) {
                write(pdf, page, "page" + page + " " + "x".repeat(page == 0 ? 1000 : 100));
              }
            });

    assertThat(document("登记表.pdf", book).text().orElseThrow())
        .contains("page3")
        .doesNotContain("page4");
    byte[] dense = pdf(pdf -> write(pdf, 0, "y".repeat(30_000)));
    assertThat(document("登记表.pdf", dense).text().orElseThrow()).hasSize(6000);
  }

  @Test
  void stripsControlCharacters() throws IOException {
    byte[] bell = pdf(pdf -> raw(pdf, "BT /F1 12 Tf (a\\000\\007b) Tj ET"));

    assertThat(document("登记表.pdf", bell).text().orElse("")).doesNotContainPattern("[\\x00-\\x09]");
  }

  @Test
  void givesUpOnAPageThatNeverEnds() throws IOException {
    byte[] drawing = pdf(pdf -> raw(pdf, "q Q ".repeat(250_000)));
    byte[] swarm = pdf(pdf -> write(pdf, 0, "z".repeat(50_000)));

    assertThat(document("登记表.pdf", drawing).text()).isEmpty();
    assertThat(document("登记表.pdf", swarm).text()).isEmpty();
  }

  @Test
  void givesUpOnAPageThatInflatesBeyondMeasure() throws IOException {
    byte[] bomb =
        pdf(
            pdf -> {
              PDStream stream = new PDStream(pdf);
              try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
                byte[] blanks = new byte[1 << 20];
                Arrays.fill(blanks, (byte) ' ');
                for (int i = 0; i < 70; i++) {
                  out.write(blanks);
                }
                out.write("BT /F1 12 Tf (seen) Tj ET".getBytes(StandardCharsets.US_ASCII));
              }
              pdf.getPage(0).setContents(stream);
              font(pdf, 0);
            });

    assertThat(bomb.length).isLessThan(1 << 20);
    assertThat(document("登记表.pdf", bomb).text()).isEmpty();
  }

  /** Two numbers that the library would unfold to two thousand million widths. */
  @Test
  void refusesAFontWithWidthsForCharactersThatDoNotExist() throws IOException {
    assertThatThrownBy(() -> check(COSName.W2, numbers(0, Integer.MAX_VALUE, 1, 1, 1)))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(() -> check(COSName.W, numbers(-1, 5, 1))).isInstanceOf(IOException.class);
    int[] often = new int[90];
    for (int i = 0; i < often.length; i += 3) {
      often[i + 1] = 0xFFFF;
    }
    assertThatThrownBy(() -> check(COSName.W, numbers(often))).isInstanceOf(IOException.class);

    check(COSName.W, numbers(1, 0xFFFF, 1000));
    check(COSName.W2, numbers(1, 200, -1000, 500, 880));
  }

  private static void check(COSName key, COSArray widths) throws IOException {
    COSDictionary descendant = new COSDictionary();
    descendant.setItem(key, widths);
    COSArray descendants = new COSArray();
    descendants.add(descendant);
    COSDictionary font = new COSDictionary();
    font.setItem(COSName.DESCENDANT_FONTS, descendants);
    new FontCheck(new Inflation(64L << 20)).check(font);
  }

  private static Optional<String> said(FormText text, String field, Kind kind) {
    return text.value(
        new ComparedField(field, kind, Weight.IDENTITY),
        FIELDS.getOrDefault(field, ""),
        new FieldDifferences(new CharacterVariants("test", Map.of())));
  }

  private static Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("姓名", "张三");
    fields.put("性别", "男");
    fields.put("出生日期", "1975年6月15日");
    fields.put("民族", "汉族");
    fields.put("身份证件号码", "999999197506150018");
    fields.put("参加工作时间", "1997.07");
    fields.put("工作单位", "示例省示例市示例区示例研究院第一研究所");
    fields.put("专业技术职称", "高级工程师");
    fields.put("申报条件", "（一）（三）");
    return fields;
  }

  private Document document(String path, byte[] content) throws IOException {
    Path file = Files.createTempFile(directory, "entry", "");
    Files.write(file, content);
    Entry entry =
        new Entry(path, Optional.empty(), content.length, "0".repeat(64), file, Optional.empty());
    return new Papers(2000, ReadingWatch.NONE).describe(List.of(entry)).documents().get(0);
  }

  private static byte[] pdf(Making making) throws IOException {
    try (PDDocument pdf = new PDDocument()) {
      pdf.addPage(new PDPage());
      making.on(pdf);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      pdf.save(bytes);
      return bytes.toByteArray();
    }
  }

  private static void write(PDDocument pdf, int page, String text) throws IOException {
    try (PDPageContentStream out = new PDPageContentStream(pdf, pdf.getPage(page))) {
      out.beginText();
      out.setFont(new PDType1Font(FontName.HELVETICA), 1);
      out.showText(text);
      out.endText();
    }
  }

  private static void raw(PDDocument pdf, String operators) throws IOException {
    PDStream stream = new PDStream(pdf);
    try (OutputStream out = stream.createOutputStream()) {
      out.write(operators.getBytes(StandardCharsets.US_ASCII));
    }
    pdf.getPage(0).setContents(stream);
    font(pdf, 0);
  }

  private static void font(PDDocument pdf, int page) {
    PDResources resources = new PDResources();
    resources.put(COSName.getPDFName("F1"), new PDType1Font(FontName.HELVETICA));
    pdf.getPage(page).setResources(resources);
  }

  private static COSArray numbers(int... numbers) {
    COSArray array = new COSArray();
    Arrays.stream(numbers).forEach(n -> array.add(COSInteger.get(n)));
    return array;
  }

  private interface Making {
    void on(PDDocument pdf) throws IOException;
  }
}
