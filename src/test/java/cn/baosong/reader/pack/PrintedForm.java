package cn.baosong.reader.pack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** A registration form as a word processor prints it to PDF: a table, two fields a row. */
public final class PrintedForm {
  private static final float SIZE = 10.5f;
  private static final float[] COLUMNS = {60, 150, 310, 400};
  private static final int CELL = 14;

  private PrintedForm() {}

  /** The fields in their order, on the first of two pages. */
  public static byte[] of(Map<String, String> fields) {
    return save(fields, "");
  }

  /** The same, to be opened only with a password. */
  static byte[] encrypted(Map<String, String> fields) {
    return save(fields, "secret");
  }

  private static byte[] save(Map<String, String> fields, String password) {
    try (PDDocument document = new PDDocument();
        InputStream in = PrintedForm.class.getResourceAsStream("/fonts/NotoSansSC-Regular.ttf")) {
      PDFont font = PDType0Font.load(document, in, true);
      PDPage page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      document.addPage(new PDPage(PDRectangle.A4));
      try (PDPageContentStream out = new PDPageContentStream(document, page)) {
        print(out, font, fields);
      }
      if (!password.isEmpty()) {
        document.protect(new StandardProtectionPolicy(password, password, new AccessPermission()));
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void print(PDPageContentStream out, PDFont font, Map<String, String> fields)
      throws IOException {
    cell(out, font, 200, 780, "候选人情况登记表");
    List<Map.Entry<String, String>> cells = List.copyOf(fields.entrySet());
    for (int i = 0; i < cells.size(); i++) {
      float y = 740 - 40 * (i / 2);
      int column = 2 * (i % 2);
      cell(out, font, COLUMNS[column], y, stretched(cells.get(i).getKey()));
      cell(out, font, COLUMNS[column + 1], y, cells.get(i).getValue());
    }
  }

  /** 姓名 fills its cell as 姓 名. */
  private static String stretched(String label) {
    return label.length() == 2 ? label.charAt(0) + "  " + label.charAt(1) : label;
  }

  private static void cell(PDPageContentStream out, PDFont font, float x, float y, String text)
      throws IOException {
    for (int line = 0; line * CELL < text.length(); line++) {
      out.beginText();
      out.setFont(font, SIZE);
      out.newLineAtOffset(x, y - line * SIZE * 1.2f);
      out.showText(text.substring(line * CELL, Math.min(text.length(), (line + 1) * CELL)));
      out.endText();
    }
  }
}
