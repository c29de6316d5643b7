package cn.baosong.print;

import cn.baosong.desk.LeafPress;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.w3c.dom.Element;

/** Prints the mail room's own papers on A4, the font embedded. One at a time. */
public final class PdfLeaf implements LeafPress {
  private static final String STYLE =
      "@page { margin: 20mm; } body { font-family: leaf; font-size: 11pt; line-height: 1.4; }"
          + " h1 { text-align: center; font-size: 20pt; letter-spacing: 4pt; margin: 0 0 8pt; }"
          + " p { margin: 6pt 0; } .number { text-align: right; }"
          + " table { width: 100%; border-collapse: collapse; margin: 10pt 0; }"
          + " th, td { border: 0.5pt solid #000; padding: 5pt; text-align: left; font-weight: normal; }"
          + " table { table-layout: fixed; -fs-table-paginate: paginate; } td { word-wrap: break-word; }"
          + " tr { page-break-inside: avoid; } .facts th { width: 22%; } .across { font-size: 10pt; }"
          + " .sign { margin-top: 36pt; } .sign td { border: 0; }";
  private static final String UPRIGHT = "@page { size: A4; } ";
  private static final String ACROSS = "@page { size: A4 landscape; } ";

  /** Full-width characters of 11 pt between the margins; across they are of 10 pt. */
  private static final double UPRIGHT_LINE = 43;

  private static final double ACROSS_LINE = 72;

  /** Of an upright line; words that take more of it leave too little for what is told. */
  private static final double CROWDED = 0.75;

  private static final String FAMILY = "leaf";
  private static final int NORMAL = 400;
  private static final float CODE = 170;
  private static final float PAGE = 595;

  private Optional<LetterFont> font = Optional.empty();

  @Override
  public synchronized byte[] print(Leaf leaf) throws IOException {
    XRLog.setLoggingEnabled(false);
    LetterFont set = font.isPresent() ? font.get() : LetterFont.load();
    font = Optional.of(set);
    try (PDDocument document = new PDDocument()) {
      document.setDocumentId((long) leaf.hashCode());
      PDFont face = set.in(document);
      PdfRendererBuilder builder = PdfPages.sealedOff();
      builder.useFont(new PDFontSupplier(face), FAMILY, NORMAL, FontStyle.NORMAL, true);
      builder.usePDDocument(document);
      builder.withW3cDocument(page(leaf, set), null);
      builder.toStream(new ByteArrayOutputStream());
      try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
        renderer.layout();
        renderer.createPDFWithoutClosing();
      }
      if (leaf.code().isPresent()) {
        stamp(leaf.code().get(), document);
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }

  private static org.w3c.dom.Document page(Leaf leaf, LetterFont font) {
    PageTree tree = PageTree.begin(font::printable);
    Optional<ColumnWidths> widths = widths(leaf.table());
    boolean across = widths.filter(w -> w.least() > UPRIGHT_LINE * CROWDED).isPresent();
    String style = (across ? ACROSS : UPRIGHT) + foot(leaf.number()) + STYLE;
    Element body = tree.body(leaf.title(), leaf.title() + " " + leaf.number(), style);
    tree.text(body, "h1", "", leaf.title());
    if (!leaf.number().isEmpty()) {
      tree.text(body, "p", "number", leaf.number());
    }
    Element facts = tree.add(tree.add(body, "table", "facts"), "tbody", "");
    leaf.facts()
        .forEach(
            (name, value) -> {
              Element row = tree.add(facts, "tr", "");
              tree.text(row, "th", "", name);
              tree.text(row, "td", "", value);
            });
    double line = across ? ACROSS_LINE : UPRIGHT_LINE;
    widths.ifPresent(
        shared -> {
          Element table = tree.add(body, "table", across ? "across" : "");
          table(tree, table, leaf.table(), shared.shares(line));
        });
    leaf.notes().forEach(note -> tree.text(body, "p", "", note));
    sign(tree, body, leaf.signatures());
    return tree.page();
  }

  /** Which sheet of which paper it is: whoever signs the last one signs no loose sheet. */
  private static String foot(String number) {
    return "@page { @bottom-center { font-family: leaf; font-size: 9pt; content: '"
        + number.replaceAll("[^0-9A-Za-z-]", "")
        + "　第 ' counter(page) ' 页　共 ' counter(pages) ' 页'; } } ";
  }

  private static Optional<ColumnWidths> widths(List<List<String>> table) {
    return table.isEmpty()
        ? Optional.empty()
        : Optional.of(ColumnWidths.of(table.get(0), table.subList(1, table.size())));
  }

  private static void table(
      PageTree tree, Element table, List<List<String>> rows, double[] shares) {
    Element head = tree.add(tree.add(table, "thead", ""), "tr", "");
    for (int i = 0; i < shares.length; i++) {
      tree.text(head, "th", "", rows.get(0).get(i))
          .setAttribute("style", String.format(Locale.ROOT, "width: %.1f%%", shares[i]));
    }
    Element lines = tree.add(table, "tbody", "");
    rows.stream()
        .skip(1)
        .forEach(
            cells -> {
              Element row = tree.add(lines, "tr", "");
              cells.forEach(cell -> tree.text(row, "td", "", cell));
            });
  }

  private static void sign(PageTree tree, Element body, List<String> signatures) {
    Element places = tree.add(tree.add(tree.add(body, "table", "sign"), "tbody", ""), "tr", "");
    for (String signature : signatures) {
      Element place = tree.add(places, "td", "");
      tree.text(place, "p", "", signature + "（签字）：");
      tree.text(place, "p", "", "　　　　年　　月　　日");
    }
  }

  /** In the lower half of the first page, large enough for a phone held by hand. */
  private static void stamp(String code, PDDocument document) throws IOException {
    try (PDPageContentStream page =
        new PDPageContentStream(document, document.getPage(0), AppendMode.APPEND, true, true)) {
      page.drawImage(
          LosslessFactory.createFromImage(document, QrImage.of(code)),
          (PAGE - CODE) / 2,
          CODE,
          CODE,
          CODE);
    }
  }
}
