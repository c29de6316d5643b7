package cn.baosong.print;

import cn.baosong.core.submission.PageMark;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** Puts the code of a page into its upper right corner, and its words beside it. */
record PageHead(PDDocument document, PDFont face, FormWords words) {
  private static final float MM = 72 / 25.4f;

  /** With its white rim; a module is then some 0.7 mm, five pixels of a plain scan. */
  private static final float CODE = 30 * MM;

  private static final float TOP = 8 * MM;
  private static final float RIGHT = 15 * MM;
  private static final float LEFT = 20 * MM;
  private static final float SIZE = 9.5f;
  private static final float LEADING = 15;

  void put(PDPage page, PageMark mark) throws IOException {
    float width = page.getMediaBox().getWidth();
    float height = page.getMediaBox().getHeight();
    PDImageXObject code = LosslessFactory.createFromImage(document, QrImage.of(mark.text()));
    // Before the form, so that a reader of text meets the head first.
    try (PDPageContentStream out =
        new PDPageContentStream(document, page, AppendMode.PREPEND, true, true)) {
      out.drawImage(code, width - RIGHT - CODE, height - TOP - CODE, CODE, CODE);
      lines(out, words.beside(mark), height - TOP - CODE / 3);
    }
  }

  private void lines(PDPageContentStream out, List<String> beside, float top) throws IOException {
    float y = top;
    for (String line : beside) {
      out.beginText();
      out.setFont(face, SIZE);
      out.newLineAtOffset(LEFT, y);
      out.showText(line);
      out.endText();
      y -= LEADING;
    }
  }
}
