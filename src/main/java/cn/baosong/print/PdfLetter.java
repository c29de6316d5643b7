package cn.baosong.print;

import cn.baosong.core.notice.Letter;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZoneId;
import java.util.GregorianCalendar;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.font.PDFont;

/** Prints a letter on A4 with its font embedded. One letter at a time. */
final class PdfLetter {
  private static final String STYLE = "/notices/letter.css";
  private static final String LONG_TABLE = "/notices/long-table.txt";
  private static final String FAMILY = "letter";
  private static final int NORMAL = 400;

  private final LetterFont font;
  private final LongTables tables;
  private final String style;

  private PdfLetter(LetterFont font, LongTables tables, String style) {
    this.font = font;
    this.tables = tables;
    this.style = style;
  }

  static PdfLetter load() throws IOException {
    // The library logs every font and page it handles.
    XRLog.setLoggingEnabled(false);
    return new PdfLetter(
        LetterFont.load(), new LongTables(PdfPages.text(LONG_TABLE)), PdfPages.text(STYLE));
  }

  synchronized byte[] print(Letter letter) throws IOException {
    try (PDDocument document = new PDDocument()) {
      // Printing again gives the same bytes: neither clock nor chance has a part in them.
      document.setDocumentId(letter.written().toEpochMilli());
      PdfRendererBuilder builder = PdfPages.sealedOff();
      PDFont face = font.in(document);
      builder.useFont(new PDFontSupplier(face), FAMILY, NORMAL, FontStyle.NORMAL, true);
      builder.usePDDocument(document);
      builder.withW3cDocument(
          LetterPage.of(letter, tables.cut(letter.sections()), style, font::printable), null);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      builder.toStream(out);
      try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
        renderer.layout();
        renderer.createPDFWithoutClosing();
      }
      describe(document, letter);
      document.save(out);
      return out.toByteArray();
    }
  }

  private void describe(PDDocument document, Letter letter) {
    PDDocumentInformation about = new PDDocumentInformation();
    about.setTitle(font.printable(letter.title() + " " + letter.reference()));
    about.setProducer("Baosong");
    about.setCreationDate(
        GregorianCalendar.from(letter.written().atZone(ZoneId.of("Asia/Shanghai"))));
    document.setDocumentInformation(about);
  }
}
