package cn.baosong.reader.pack;

import cn.baosong.core.call.FormData;
import cn.baosong.core.call.Value;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** A page as a word processor would print it: its title, then one field a line. */
final class SampleForm {
  private static final String FONT = "/fonts/NotoSansSC-Regular.ttf";
  private static final float SIZE = 10.5f;
  private static final float LINE = 20;
  private static final float TOP = 780;
  private static final float LABEL = 60;
  private static final float VALUE = 220;
  private static final int MOST_LINES = 35;

  private SampleForm() {}

  static byte[] of(String title, FormData form) throws IOException {
    try (PDDocument pdf = new PDDocument();
        InputStream file = Objects.requireNonNull(SampleForm.class.getResourceAsStream(FONT))) {
      PDFont font = PDType0Font.load(pdf, file, true);
      PDPage page = new PDPage(PDRectangle.A4);
      pdf.addPage(page);
      try (PDPageContentStream out = new PDPageContentStream(pdf, page)) {
        out.setFont(font, SIZE);
        print(out, title, form);
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      pdf.save(bytes);
      return bytes.toByteArray();
    }
  }

  private static void print(PDPageContentStream out, String title, FormData form)
      throws IOException {
    text(out, VALUE, TOP, title);
    int line = 1;
    for (Map.Entry<String, Value> field : form.fields().entrySet()) {
      if (line > MOST_LINES) {
        break;
      }
      text(out, LABEL, TOP - line * LINE, field.getKey());
      text(out, VALUE, TOP - line * LINE, field.getValue().text());
      line++;
    }
  }

  private static void text(PDPageContentStream out, float x, float y, String words)
      throws IOException {
    out.beginText();
    out.newLineAtOffset(x, y);
    out.showText(words.replaceAll("\\p{Cntrl}", " "));
    out.endText();
  }
}
