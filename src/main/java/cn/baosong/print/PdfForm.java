package cn.baosong.print;

import cn.baosong.core.dossier.FieldPlace;
import cn.baosong.desk.FormPress;
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
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.font.PDFont;

/** Prints registration forms on A4, the font embedded, a code on every page. One at a time. */
public final class PdfForm implements FormPress {
  private static final String STYLE = "/cn/baosong/print/form.css";
  private static final String FAMILY = "form";
  private static final int NORMAL = 400;

  /** Of several megabytes, so only from the first form on. */
  private Optional<Type> type = Optional.empty();

  /** The font, the words and the style sheet. */
  private record Type(LetterFont font, FormWords words, String style) {
    static Type load() throws IOException {
      // The library logs every font and page it handles.
      XRLog.setLoggingEnabled(false);
      return new Type(LetterFont.load(), FormWords.load(), PdfPages.text(STYLE));
    }
  }

  @Override
  public byte[] print(FormSheet sheet) throws IOException {
    return printed(sheet).pdf();
  }

  @Override
  public synchronized Printed printed(FormSheet sheet) throws IOException {
    Type set = type.isPresent() ? type.get() : Type.load();
    type = Optional.of(set);
    return print(sheet, set);
  }

  private static Printed print(FormSheet sheet, Type type) throws IOException {
    try (PDDocument document = new PDDocument()) {
      // Neither clock nor chance has a part in the bytes.
      document.setDocumentId((long) sheet.fingerprint().hashCode());
      PDFont face = type.font().in(document);
      List<FieldPlace> places = lay(sheet, type, document, face);
      head(sheet, new PageHead(document, face, type.words()));
      PDDocumentInformation about = new PDDocumentInformation();
      about.setTitle(
          type.font()
              .printable(
                  type.words().title(sheet.call().form().layout()) + " " + sheet.reference()));
      about.setProducer("Baosong");
      document.setDocumentInformation(about);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      document.save(out);
      return new Printed(out.toByteArray(), places);
    }
  }

  private static List<FieldPlace> lay(FormSheet sheet, Type type, PDDocument document, PDFont face)
      throws IOException {
    PdfRendererBuilder builder = PdfPages.sealedOff();
    builder.useFont(new PDFontSupplier(face), FAMILY, NORMAL, FontStyle.NORMAL, true);
    builder.usePDDocument(document);
    FormPage.Written page = FormPage.of(sheet, type.words(), type.style(), type.font()::printable);
    builder.withW3cDocument(page.page(), null);
    builder.toStream(new ByteArrayOutputStream());
    try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
      renderer.layout();
      renderer.createPDFWithoutClosing();
      return FieldPlaces.of(renderer, page.fields());
    }
  }

  private static void head(FormSheet sheet, PageHead head) throws IOException {
    int pages = head.document().getNumberOfPages();
    for (int i = 0; i < pages; i++) {
      head.put(
          head.document().getPage(i), sheet.fingerprint().page(sheet.reference(), i + 1, pages));
    }
  }
}
