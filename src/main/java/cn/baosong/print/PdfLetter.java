package cn.baosong.print;

import cn.baosong.core.notice.Letter;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
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
    return new PdfLetter(LetterFont.load(), new LongTables(text(LONG_TABLE)), text(STYLE));
  }

  synchronized byte[] print(Letter letter) throws IOException {
    try (PDDocument document = new PDDocument()) {
      // Printing again gives the same bytes: neither clock nor chance has a part in them.
      document.setDocumentId(letter.written().toEpochMilli());
      PdfRendererBuilder builder = sealedOff();
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

  /** A renderer that opens nothing, neither on the network nor on this machine. */
  private static PdfRendererBuilder sealedOff() {
    PdfRendererBuilder builder = new PdfRendererBuilder();
    // Tagged for screen readers; and only embedded fonts, so that no font of the machine is sought.
    // UA
    builder.useUriResolver((base, uri) -> null);
    for (ExternalResourceControlPriority when : ExternalResourceControlPriority.values()) {
      builder.useExternalResourceAccessControl((uri, type) -> false, when);
    }
    return builder;
  }

  private void describe(PDDocument document, Letter letter) {
    PDDocumentInformation about = new PDDocumentInformation();
    about.setTitle(font.printable(letter.title() + " " + letter.reference()));
    about.setProducer("Baosong");
    about.setCreationDate(
        GregorianCalendar.from(letter.written().atZone(ZoneId.of("Asia/Shanghai"))));
    document.setDocumentInformation(about);
  }

  private static String text(String resource) throws IOException {
    try (InputStream in = PdfLetter.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException("not on the class path: " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
