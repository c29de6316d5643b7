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
      "@page { size: A4; margin: 22mm 20mm; } body { font-family: leaf; font-size: 11pt; }"
          + " h1 { text-align: center; font-size: 20pt; letter-spacing: 4pt; margin: 0 0 8pt; }"
          + " p { margin: 6pt 0; } .number { text-align: right; }"
          + " table { width: 100%; border-collapse: collapse; margin: 10pt 0; }"
          + " th, td { border: 0.5pt solid #000; padding: 5pt; text-align: left; font-weight: normal; }"
          + " .facts th { width: 22%; } .rows { line-height: 1.4; }"
          + " .sign { margin-top: 36pt; } .sign td { border: 0; }";
  private static final String FAMILY = "leaf";
  private static final int NORMAL = 400;
  private static final float CODE = 170;
  private static final float ACROSS = 595;

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
    Element body = tree.body(leaf.title(), leaf.title() + " " + leaf.number(), STYLE);
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
    if (!leaf.table().isEmpty()) {
      table(tree, body, leaf.table());
    }
    leaf.notes().forEach(note -> tree.text(body, "p", "", note));
    Element sign = tree.add(tree.add(body, "table", "sign"), "tbody", "");
    Element places = tree.add(sign, "tr", "");
    leaf.signatures().forEach(s -> tree.text(places, "td", "", s + "（签字）：　　　　　　　　年　　月　　日"));
    return tree.page();
  }

  private static void table(PageTree tree, Element body, List<List<String>> rows) {
    Element table = tree.add(body, "table", "rows");
    Element head = tree.add(tree.add(table, "thead", ""), "tr", "");
    double[] widths = ColumnWidths.of(rows.get(0), rows.subList(1, rows.size()));
    for (int i = 0; i < widths.length; i++) {
      tree.text(head, "th", "", rows.get(0).get(i))
          .setAttribute("style", "width: %.1f%%".formatted(widths[i]));
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

  /** In the lower half of the first page, large enough for a phone held by hand. */
  private static void stamp(String code, PDDocument document) throws IOException {
    try (PDPageContentStream page =
        new PDPageContentStream(document, document.getPage(0), AppendMode.APPEND, true, true)) {
      page.drawImage(
          LosslessFactory.createFromImage(document, QrImage.of(code)),
          (ACROSS - CODE) / 2,
          CODE,
          CODE,
          CODE);
    }
  }
}
