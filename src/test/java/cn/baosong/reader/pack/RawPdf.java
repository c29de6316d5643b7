package cn.baosong.reader.pack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** A PDF written object by object, as no honest program writes it. Object 1 is the root. */
public final class RawPdf {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final Map<Integer, Integer> places = new TreeMap<>();

  public RawPdf() {
    write("%PDF-1.7\n");
  }

  RawPdf object(int number, String body) {
    places.put(number, bytes.size());
    write(number + " 0 obj\n" + body + "\nendobj\n");
    return this;
  }

  RawPdf stream(int number, String dictionary, byte[] data) {
    places.put(number, bytes.size());
    write(number + " 0 obj\n<<" + dictionary + "/Length " + data.length + ">>\nstream\n");
    bytes.writeBytes(data);
    write("\nendstream\nendobj\n");
    return this;
  }

  /** Root, one page of these entries, and the font Helvetica as {@code F1} of object 9. */
  RawPdf onePage(String entries) {
    object(1, "<</Type/Catalog/Pages 2 0 R>>");
    object(2, "<</Type/Pages/Kids[3 0 R]/Count 1>>");
    object(9, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");
    return object(3, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]" + entries + ">>");
  }

  RawPdf write(String text) {
    bytes.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    return this;
  }

  int size() {
    return bytes.size();
  }

  int place(int number) {
    return places.getOrDefault(number, 0);
  }

  /** With a table of all objects at its end. */
  byte[] withTable() {
    int table = bytes.size();
    int last = places.keySet().stream().mapToInt(n -> n).max().orElse(0);
    StringBuilder lines = new StringBuilder("xref\n0 " + (last + 1) + "\n0000000000 65535 f \n");
    for (int number = 1; number <= last; number++) {
      int place = place(number);
      lines.append("%010d %s \n".formatted(place, place == 0 ? "65535 f" : "00000 n"));
    }
    lines.append("trailer\n<</Size " + (last + 1) + "/Root 1 0 R>>\n");
    return write(lines.toString()).endingAt(table);
  }

  byte[] endingAt(int table) {
    write("startxref\n" + table + "\n%%EOF\n");
    return bytes.toByteArray();
  }

  /** Deflated, with a long tail of one byte. */
  static byte[] deflated(String head, long tail) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    byte[] blanks = new byte[1 << 16];
    Arrays.fill(blanks, (byte) ' ');
    try (DeflaterOutputStream out = new DeflaterOutputStream(packed, new Deflater(9))) {
      out.write(head.getBytes(StandardCharsets.ISO_8859_1));
      for (long left = tail; left > 0; left -= blanks.length) {
        out.write(blanks);
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return packed.toByteArray();
  }
}
