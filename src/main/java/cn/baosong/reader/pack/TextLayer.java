package cn.baosong.reader.pack;

import java.io.IOException;
import java.io.Writer;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/**
 * Takes the text of a form's first pages out of a PDF, cell by cell as it was printed. The file is
 * the sender's: operators, glyphs, fonts and streams are counted, and a page that asks for more
 * than any form needs ends the reading.
 */
final class TextLayer extends PDFTextStripper {
  /** Two whole Chinese fonts and a few pages: more than a form of four pages has. */
  private static final Bounds FORM = new Bounds(4, 400_000, 40_000, 64L << 20);

  private static final int LONGEST = 6_000;

  private final Bounds bounds;
  private final Inflation inflation;
  private int operators;
  private int glyphs;
  private int pagesWithoutText;

  private TextLayer(Bounds bounds) {
    this.bounds = bounds;
    this.inflation = new Inflation(bounds.bytes());
    setEndPage(bounds.pages());
    setLineSeparator("\n");
    setShouldSeparateByBeads(false);
    addOperator(new CheckedFont(this, new FontCheck(inflation)));
    addOperator(new Ignored(this, OperatorName.SET_GRAPHICS_STATE_PARAMS));
  }

  /**
   * What may be asked of one document.
   *
   * @param bytes that its streams may inflate to
   */
  record Bounds(int pages, int operators, int glyphs, long bytes) {}

  /**
   * Reads the text of all pages within the bounds.
   *
   * @return how many of them have none
   * @throws IOException when the file is broken or asks for too much, or the writer has enough
   */
  static int read(PDDocument pdf, Bounds bounds, Writer out) throws IOException {
    TextLayer layer = new TextLayer(bounds);
    layer.writeText(pdf, out);
    return layer.pagesWithoutText;
  }

  /**
   * The text of a form's first pages, without control characters but the end of a line.
   *
   * @param text empty for a scan
   * @param whole whether the document has no more than that
   */
  record Beginning(Optional<String> text, boolean whole, int pagesWithoutText) {}

  /**
   * Reads the beginning.
   *
   * @throws IOException when the file is broken or asks for too much
   */
  static Beginning beginning(PDDocument pdf) throws IOException {
    Bounded out = new Bounded();
    try {
      int withoutText = read(pdf, FORM, out);
      boolean whole = pdf.getNumberOfPages() <= FORM.pages();
      return new Beginning(visible(out.text), whole, withoutText);
    } catch (Full enough) {
      return new Beginning(visible(out.text), false, 0);
    }
  }

  @Override
  public void processPage(PDPage page) throws IOException {
    Iterator<PDStream> contents = page.getContentStreams();
    while (contents.hasNext()) {
      inflation.check(contents.next().getCOSObject());
    }
    int before = glyphs;
    super.processPage(page);
    if (glyphs == before) {
      pagesWithoutText++;
    }
  }

  @Override
  public void showForm(PDFormXObject form) throws IOException {
    inflation.check(form.getCOSObject());
    super.showForm(form);
  }

  @Override
  public void showTransparencyGroup(PDTransparencyGroup form) throws IOException {
    inflation.check(form.getCOSObject());
    super.showTransparencyGroup(form);
  }

  @Override
  protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
    if (++operators > bounds.operators()) {
      throw new IOException("too many operators");
    }
    super.processOperator(operator, operands);
  }

  @Override
  protected void processTextPosition(TextPosition glyph) {
    if (++glyphs > bounds.glyphs()) {
      throw new IllegalStateException("too many glyphs");
    }
    super.processTextPosition(glyph);
  }

  private static Optional<String> visible(StringBuilder text) {
    String kept =
        text.codePoints()
            .map(c -> c == '\t' ? ' ' : c)
            .filter(c -> c == '\n' || !isUnseen(c))
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    return Optional.of(kept.strip()).filter(t -> !t.isEmpty());
  }

  private static boolean isUnseen(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> true;
      default -> false;
    };
  }

  /** An operator without effect: a graphics state may bring a font past the check. */
  private static final class Ignored extends OperatorProcessor {
    private final String name;

    Ignored(TextLayer context, String name) {
      super(context);
      this.name = name;
    }

    @Override
    public void process(Operator operator, List<COSBase> operands) {}

    @Override
    public String getName() {
      return name;
    }
  }

  /** Enough was read. */
  private static final class Full extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** Keeps the beginning. */
  private static final class Bounded extends Writer {
    private final StringBuilder text = new StringBuilder();

    @Override
    public void write(char[] from, int offset, int length) throws IOException {
      int room = LONGEST - text.length();
      text.append(from, offset, Math.min(length, room));
      if (length > room) {
        throw new Full();
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
