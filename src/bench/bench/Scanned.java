package bench;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.CallId;
import cn.baosong.core.call.ComparedField;
import cn.baosong.core.call.FormData;
import cn.baosong.core.call.Value;
import cn.baosong.core.dossier.DifferenceClass;
import cn.baosong.core.dossier.FieldDifferences;
import cn.baosong.core.dossier.FieldPlace;
import cn.baosong.core.dossier.FieldReading;
import cn.baosong.core.dossier.Fingerprint;
import cn.baosong.core.dossier.PaperReading;
import cn.baosong.desk.Calls;
import cn.baosong.desk.CellReader;
import cn.baosong.desk.FormCutter;
import cn.baosong.desk.FormPress;
import cn.baosong.desk.FormReader;
import cn.baosong.print.PdfForm;
import cn.baosong.reader.data.ReferenceData;
import cn.baosong.reader.scan.Scanner;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Forms of invented people printed by the office, their cells written anew in another font, scanned
 * askew, pale, turned or upside down, and read back. Every fifth states another title on paper.
 */
final class Scanned {
  private static final String CALL = "nm-bqw-2017";
  private static final String ALTERED = "专业技术职称";
  private static final int EVERY = 5;

  private final Path folder;
  private final Call call;
  private final FieldDifferences differences;
  private final FormPress press;
  private final FormCutter cutter;
  private final CellReader texts;

  Scanned(Office office, Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.call = office.part(Calls.class).find(new CallId(CALL)).orElseThrow();
    this.differences = new FieldDifferences(office.part(ReferenceData.class).characterVariants());
    this.press = new PdfForm();
    this.cutter = office.part(FormCutter.class);
    this.texts = office.part(CellReader.class);
    if (!texts.isInstalled()) {
      throw new IllegalStateException("no Tesseract with chi_sim");
    }
  }

  /** Reads so many forms, the fonts in turn. */
  List<ReadCount> read(int forms, List<Path> fonts) throws Exception {
    List<ReadCount> counts = new ArrayList<>();
    for (Path font : fonts) {
      counts.add(new ReadCount(Font.createFonts(font.toFile())[0].getFamily()));
    }
    Random random = new Random(8);
    for (int i = 0; i < forms; i++) {
      Font font = Font.createFonts(fonts.get(i % fonts.size()).toFile())[0];
      form(i, ScannedPeople.next(random), font, counts.get(i % fonts.size()));
    }
    return counts;
  }

  private void form(int number, Map<String, Value> person, Font font, ReadCount count)
      throws IOException {
    FormData form = new FormData(person);
    Map<String, String> paper = new LinkedHashMap<>();
    person.keySet().forEach(field -> paper.put(field, form.text(field).orElse("")));
    if (number % EVERY == EVERY - 1) {
      paper.put(ALTERED, ScannedPeople.otherTitle(paper.get(ALTERED)));
    }
    FormPress.FormSheet sheet =
        new FormPress.FormSheet(
            call, form, "RX-2017-%06d".formatted(number), Fingerprint.of(call, form, differences));
    FormPress.Printed printed = press.printed(sheet);
    List<BufferedImage> pages = pages(printed, paper, font, number);
    Path scan = Files.write(folder.resolve("scan.pdf"), Scanner.pdf(pages));
    long begun = System.nanoTime();
    PaperReading reading = read(sheet, printed, scan);
    count.took((System.nanoTime() - begun) / 1e9, pages.size());
    reading.fields().forEach(f -> count(f, paper.get(f.field()), form, count));
  }

  private static List<BufferedImage> pages(
      FormPress.Printed printed, Map<String, String> paper, Font font, int number)
      throws IOException {
    List<BufferedImage> pages = new ArrayList<>();
    for (BufferedImage page : Scanner.pages(printed.pdf())) {
      int at = pages.size() + 1;
      for (FieldPlace place : printed.places()) {
        if (place.page() == at) {
          Scanner.write(page, place.value(), paper.getOrDefault(place.field(), ""), font);
        }
      }
      pages.add(
          switch (number % 4) {
            case 0 -> Scanner.askew(page);
            case 1 -> Scanner.noisy(Scanner.rotated(page, -4.5));
            case 2 -> Scanner.rotated(Scanner.pale(page), 180);
            default -> Scanner.noisy(Scanner.rotated(page, 91));
          });
    }
    return pages;
  }

  /** As the office does it, the reader process that cuts the cells out included. */
  private PaperReading read(FormPress.FormSheet sheet, FormPress.Printed printed, Path scan)
      throws IOException {
    List<ComparedField> compared = call.paper().compared();
    List<FieldPlace> places =
        printed.places().stream()
            .filter(place -> sheet.form().isFilled(place.field()))
            .filter(place -> compared.stream().anyMatch(c -> c.field().equals(place.field())))
            .toList();
    Path pdf = Files.write(folder.resolve("form.pdf"), printed.pdf());
    FormCutter.Cuts cuts =
        cutter.cut(
            new FormCutter.Order(scan, call.id(), sheet.reference(), places, pdf, folder));
    return new FormReader(texts, differences).read(cuts, compared, sheet.form(), folder);
  }

  private void count(FieldReading read, String written, FormData form, ReadCount count) {
    ComparedField field =
        call.paper().compared().stream()
            .filter(c -> c.field().equals(read.field()))
            .findFirst()
            .orElseThrow();
    count.field(read, written, isSame(field, read.value(), written));
    String filed = form.text(read.field()).orElse("");
    if (!isSame(field, written, filed)) {
      count.altered(read, isSame(field, read.value(), filed));
    }
  }

  private boolean isSame(ComparedField field, String one, String two) {
    DifferenceClass found = differences.compare(field.kind(), one, two).difference();
    return !one.isBlank() && (found == DifferenceClass.EQUAL || found == DifferenceClass.COSMETIC);
  }
}
