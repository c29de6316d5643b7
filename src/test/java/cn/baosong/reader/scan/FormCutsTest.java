package cn.baosong.reader.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.ComparedField;
import cn.baosong.core.call.FormData;
import cn.baosong.core.call.Value;
import cn.baosong.core.dossier.DifferenceClass;
import cn.baosong.core.dossier.FieldDifferences;
import cn.baosong.core.dossier.FieldPlace;
import cn.baosong.core.dossier.FieldReading;
import cn.baosong.core.dossier.Fingerprint;
import cn.baosong.core.dossier.PageSeen;
import cn.baosong.core.dossier.PaperReading;
import cn.baosong.desk.FormCutter;
import cn.baosong.desk.FormCutter.Cut;
import cn.baosong.desk.FormCutter.Cuts;
import cn.baosong.desk.FormCutter.Order;
import cn.baosong.desk.FormPress;
import cn.baosong.desk.FormReader;
import cn.baosong.print.PdfForm;
import cn.baosong.reader.call.FormsReading;
import cn.baosong.reader.call.LoadedCall;
import cn.baosong.reader.call.Loaders;
import cn.baosong.reader.data.ReferenceData;
import cn.baosong.reader.ocr.Tesseract;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The cells of a printed form, whatever way its pages lie in their scan. */
class FormCutsTest {
  private static final String REFERENCE = "RX-2017-000001";
  private static final String NUMBER = "身份证件号码";

  @TempDir static Path folder;
  private static final FieldDifferences DIFFERENCES =
      new FieldDifferences(ReferenceData.bundled().characterVariants());
  private static Call call;
  private static FormData form;
  private static FormPress.Printed printed;
  private static List<FieldPlace> places;
  private static List<BufferedImage> pages;
  private static BufferedImage others;

  @BeforeAll
  static void prints() throws IOException {
    call =
        FormsReading.of(Loaders.loader(), Path.of("forms")).sound().stream()
            .map(LoadedCall::call)
            .filter(c -> c.id().value().equals("nm-bqw-2017"))
            .findFirst()
            .orElseThrow();
    form = data("木槿");
    printed = printed(form, REFERENCE);
    pages = Scanner.pages(printed.pdf());
    others = Scanner.pages(printed(data("木棉"), "RX-2017-000002").pdf()).get(0);
    places = printed.places().stream().filter(p -> field(p.field()).isPresent()).toList();
  }

  private static FormData data(String name) {
    Map<String, Value> data = new LinkedHashMap<>();
    data.put("姓名", new Value.Text(name));
    data.put("性别", new Value.Text("女"));
    data.put(NUMBER, new Value.Text("999999197903040019"));
    data.put("出生日期", new Value.Text("1979年3月4日"));
    data.put("工作单位", new Value.Text("示例大学材料科学与工程学院"));
    data.put("专业技术职称", new Value.Text("教授"));
    return new FormData(data);
  }

  private static FormPress.Printed printed(FormData of, String reference) throws IOException {
    return new PdfForm()
        .printed(
            new FormPress.FormSheet(call, of, reference, Fingerprint.of(call, of, DIFFERENCES)));
  }

  private static Optional<ComparedField> field(String name) {
    return call.paper().compared().stream().filter(c -> c.field().equals(name)).findFirst();
  }

  @Test
  void tellsThePagesOfOneScanApart() throws IOException {
    BufferedImage first = pages.get(0);
    Cuts cuts =
        cut(
            List.of(
                Scanner.blank(),
                Scanner.rotated(first, 180),
                others,
                Scanner.askew(first),
                unknown()));
    assertThat(cuts.pages())
        .extracting(PageSeen::at, PageSeen::kind, PageSeen::of)
        .containsExactly(
            tuple(1, PageSeen.Kind.BLANK, 0),
            tuple(2, PageSeen.Kind.FORM, 1),
            tuple(3, PageSeen.Kind.ANOTHER, 0),
            tuple(4, PageSeen.Kind.DUPLICATE, 2),
            tuple(5, PageSeen.Kind.UNKNOWN, 0));
    assertThat(cuts.pages().get(1).turned()).isEqualTo(2);
    assertThat(cuts.pages().get(3).skew()).isBetween(2.5, 3.5);
    assertThat(cuts.cuts()).extracting(Cut::page).containsOnly(2);
  }

  /** What is cut off is read as something else, and may then look sure. */
  @ParameterizedTest
  @ValueSource(
      strings = {"plain", "pale", "pale upside down", "askew", "turned", "black", "smaller"})
  void cutsWholeLinesOutOfAPageHoweverItLies(String way) throws IOException {
    Cuts cuts = cut(List.of(spoiled(pages.get(0), way)));
    assertThat(cuts.cuts()).allMatch(Cut::sure).noneMatch(Cut::unlike);
    assertThat(inked(cuts, NUMBER)).isBetween(300, 460);
    assertThat(inked(cuts, "专业技术职称")).isBetween(70, 110);
    assertThat(inked(cuts, "性别")).isBetween(30, 60);
  }

  private static BufferedImage spoiled(BufferedImage page, String way) {
    return switch (way) {
      case "pale" -> Scanner.pale(page);
      case "pale upside down" -> Scanner.rotated(Scanner.pale(page), 180);
      case "askew" -> Scanner.askew(page);
      case "turned" -> Scanner.noisy(Scanner.rotated(page, 91));
      case "black" -> Scanner.blackAndWhite(Scanner.rotated(page, 1.2));
      case "smaller" -> Scanner.scaled(page, 0.931);
      default -> page;
    };
  }

  /** An engine reads what is crossed out as if it stood, so the strokes themselves are seen. */
  @ParameterizedTest
  @EnumSource(Scanner.Pen.class)
  void seesWhatAPenDidToACellHoweverThePageLies(Scanner.Pen pen) throws IOException {
    List<String> penned = List.of("姓名", "出生日期", NUMBER, "专业技术职称");
    BufferedImage page = Scanner.pages(printed.pdf()).get(0);
    for (String field : penned) {
      FieldPlace place =
          places.stream().filter(p -> p.field().equals(field)).findFirst().orElseThrow();
      double from = place.value().x() + 4;
      Scanner.penned(page, place.value(), pen, from, from + 3 + written(field));
    }
    for (String way : List.of("pale upside down", "askew", "black")) {
      assertThat(cut(List.of(spoiled(page, way))).cuts())
          .as(pen + " " + way)
          .filteredOn(Cut::unlike)
          .extracting(Cut::field)
          .containsExactlyInAnyOrderElementsOf(penned);
    }
  }

  /** Points that a value takes as it is printed. */
  private static double written(String field) {
    int letters = form.text(field).orElseThrow().length();
    return letters * (field.equals(NUMBER) ? 5.8 : field.equals("出生日期") ? 7.5 : 10.5);
  }

  /** Pixels of writing that a reader is given, its white rim apart. */
  private static int inked(Cuts cuts, String name) throws IOException {
    Cut cut = cuts.cuts().stream().filter(c -> c.field().equals(name)).findFirst().orElseThrow();
    Path picture = folder.resolve(cut.name() + FormCutter.IN_BLACK);
    return ImageIO.read(picture.toFile()).getWidth() - 48;
  }

  @Test
  void readsAPalePageAndMakesNothingOfHandwriting() throws IOException {
    Tesseract engine =
        new Tesseract(
            new Tesseract.Engine(true, "tesseract", "chi_sim", Duration.ofMinutes(1), 1L << 30));
    Assumptions.assumeTrue(
        engine.isInstalled(),
        "no Tesseract with chi_sim: apt-get install tesseract-ocr tesseract-ocr-chi-sim");
    BufferedImage page = Scanner.pages(printed.pdf()).get(0);
    scribble(page, "专业技术职称");
    scribble(page, "姓名");
    Cuts cuts = cut(List.of(Scanner.rotated(Scanner.pale(page), 180)));
    PaperReading read =
        new FormReader(engine, DIFFERENCES).read(cuts, call.paper().compared(), form, folder);
    for (String field : List.of("性别", NUMBER, "出生日期", "工作单位")) {
      String filed = form.text(field).orElseThrow();
      ComparedField compared = field(field).orElseThrow();
      assertThat(DIFFERENCES.compare(compared, read(read, field).value(), filed).difference())
          .as(field)
          .isIn(DifferenceClass.EQUAL, DifferenceClass.COSMETIC);
    }
    for (String field : List.of("专业技术职称", "姓名")) {
      assertThat(read(read, field)).as(field).matches(reading -> !reading.isSure());
      assertThat(read(read, field).value()).isNotEqualTo(form.text(field).orElseThrow());
    }
  }

  private static FieldReading read(PaperReading reading, String field) {
    return reading.field(field).orElseThrow();
  }

  /** Strokes of a pen over what was printed. */
  private static void scribble(BufferedImage page, String name) {
    FieldPlace place =
        places.stream().filter(p -> p.field().equals(name)).findFirst().orElseThrow();
    Rectangle cell =
        new Rectangle(
            dots(place.value().x() + 3),
            dots(place.value().y() + 3),
            dots(46),
            dots(place.value().height() - 6));
    Graphics2D pen = page.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(cell.x, cell.y, dots(place.value().width() - 6), cell.height);
    pen.setColor(Color.BLACK);
    pen.setStroke(new BasicStroke(3));
    Random hand = new Random(5);
    Path2D line = new Path2D.Double();
    line.moveTo(cell.x + 4, cell.getCenterY());
    for (int i = 0; i < 14; i++) {
      line.quadTo(
          cell.x + hand.nextInt(cell.width),
          cell.y + hand.nextInt(cell.height),
          cell.x + hand.nextInt(cell.width),
          cell.y + hand.nextInt(cell.height));
    }
    pen.draw(line);
    pen.dispose();
  }

  private static int dots(double points) {
    return (int) Math.round(points * 200 / 72);
  }

  /** A page with writing on it and no code. */
  private static BufferedImage unknown() {
    BufferedImage page = Scanner.blank();
    Graphics2D pen = page.createGraphics();
    pen.setColor(Color.DARK_GRAY);
    pen.fillRect(200, 300, 900, 500);
    pen.dispose();
    return page;
  }

  private static Cuts cut(List<BufferedImage> scanned) throws IOException {
    Path scan = Files.write(folder.resolve("scan.pdf"), Scanner.pdf(scanned));
    Path pdf = Files.write(folder.resolve("form.pdf"), printed.pdf());
    return FormCuts.of(new Order(scan, call.id(), REFERENCE, places, pdf, folder), 20);
  }
}
