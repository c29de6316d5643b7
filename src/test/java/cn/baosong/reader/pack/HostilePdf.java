package cn.baosong.reader.pack;

import java.nio.charset.StandardCharsets;

/** PDFs that ask a reader for more than it has. */
public final class HostilePdf {
  private HostilePdf() {}

  /** A stream of objects, of half a megabyte, that is 600 of blanks (ISO 32000-1, 7.5.7). */
  public static byte[] bombOfObjects() {
    String index = "1 0 2 40 ";
    String objects = "<</Type/Catalog/Pages 2 0 R>>           <</Type/Pages/Kids[]/Count 0>>";
    RawPdf pdf = new RawPdf();
    pdf.stream(
        3,
        "/Type/ObjStm/N 2/First " + index.length() + "/Filter/FlateDecode",
        RawPdf.deflated(index + objects, 600L << 20));
    int table = pdf.size();
    String rows = row(0, 0, 0) + row(2, 3, 0) + row(2, 3, 1) + row(1, pdf.place(3), 0);
    String all = "/Type/XRef/Size 5/W[1 4 1]/Root 1 0 R";
    pdf.stream(4, all, (rows + row(1, table, 0)).getBytes(StandardCharsets.ISO_8859_1));
    return pdf.endingAt(table);
  }

  private static String row(int type, int number, int index) {
    char[] row = {
      (char) type,
      (char) (number >>> 24),
      (char) (number >>> 16 & 0xFF),
      (char) (number >>> 8 & 0xFF),
      (char) (number & 0xFF),
      (char) index
    };
    return new String(row);
  }

  /** A table of objects as a stream that inflates to 600 megabytes (7.5.8). */
  public static byte[] bombOfReferences() {
    RawPdf pdf = new RawPdf().onePage("");
    int table = pdf.size();
    pdf.stream(
        5,
        "/Type/XRef/Size 500000000/W[1 2 1]/Root 1 0 R/Filter/FlateDecode",
        RawPdf.deflated("", 600L << 20));
    return pdf.endingAt(table);
  }

  /** Each of its streams looks for its end through the rest of the file: hours. */
  public static byte[] endless() {
    StringBuilder objects = new StringBuilder();
    for (int number = 1; number <= 300_000; number++) {
      objects.append(number).append(" 0 obj<</Length 99999>>stream\nx\n");
    }
    return new RawPdf().write(objects + "trailer<</Root 1 0 R>>\n%%EOF").endingAt(9);
  }

  /** Says that it has a million pages, and has them. */
  static byte[] millionPages() {
    return new RawPdf()
        .object(1, "<</Type/Catalog/Pages 2 0 R>>")
        .object(2, "<</Type/Pages/Count 1000000/Kids[" + "3 0 R ".repeat(1_000_000) + "]>>")
        .object(3, "<</Type/Page/Parent 2 0 R>>")
        .withTable();
  }

  /** A tree of pages as deep as a well. */
  static byte[] deepTree() {
    RawPdf pdf = new RawPdf().object(1, "<</Type/Catalog/Pages 2 0 R>>");
    int last = 60_000;
    for (int number = 2; number < last; number++) {
      pdf.object(number, "<</Type/Pages/Count 1/Kids[" + (number + 1) + " 0 R]>>");
    }
    return pdf.object(last, "<</Type/Page>>").withTable();
  }

  /** Forty forms, each of which shows the next one twice. */
  static byte[] formsInForms() {
    RawPdf pdf = new RawPdf().onePage("/Contents 4 0 R/Resources<</XObject<</X 10 0 R>>>>");
    pdf.stream(4, "", ascii("/X Do"));
    for (int number = 10; number < 50; number++) {
      String next = "/Resources<</XObject<</X " + (number + 1) + " 0 R>>>>";
      pdf.stream(number, "/Type/XObject/Subtype/Form/BBox[0 0 9 9]" + next, ascii("/X Do /X Do"));
    }
    return pdf.stream(50, "/Type/XObject/Subtype/Form/BBox[0 0 9 9]", ascii("q Q")).withTable();
  }

  /** A picture of 50,000 by 50,000 dots, all of them white. */
  static byte[] hugePicture() {
    return new RawPdf()
        .onePage("/Contents 4 0 R/Resources<</XObject<</X 10 0 R>>/Font<</F1 9 0 R>>>>").stream(
                4, "", ascii("/X Do BT /F1 12 Tf (seen) Tj ET"))
            .stream(
                10,
                "/Type/XObject/Subtype/Image/Width 50000/Height 50000/BitsPerComponent 1"
                    + "/ColorSpace/DeviceGray/Filter/FlateDecode",
                RawPdf.deflated("", 50_000L * 50_000 / 8))
            .withTable();
  }

  /** Articles that every letter of the page would be looked up in. */
  static byte[] articles() {
    return new RawPdf()
            .onePage(
                "/Contents 4 0 R/Resources<</Font<</F1 9 0 R>>>>/B["
                    + "6 0 R ".repeat(1_000_000)
                    + "]")
            .stream(4, "", ascii("BT /F1 1 Tf (" + "a".repeat(30_000) + ") Tj ET"))
            .object(6, "<</Type/Bead/R[9000 9000 9001 9001]>>")
            .withTable();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
