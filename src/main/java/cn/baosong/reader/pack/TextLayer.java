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
  private static final int PAGES = 4;
  private static final int LONGEST = 6_000;
  private static final int MOST_OPERATORS = 400_000;
  private static final int MOST_GLYPHS = 40_000;

  private final Inflation inflation = new Inflation();
  private int operators;
  private int glyphs;

  private TextLayer() {
    setEndPage(PAGES);
    setLineSeparator("\n");
    setShouldSeparateByBeads(false);
    addOperator(new CheckedFont(this, new FontCheck(inflation)));
    addOperator(new Ignored(this, OperatorName.SET_GRAPHICS_STATE_PARAMS));
  }

  /**
   * The text without control characters but the end of a line; empty for a scan.
   *
   * @throws IOException when the file is broken or asks for too much
   */
  static Optional<String> of(PDDocument pdf) throws IOException {
    Bounded out = new Bounded();
    try {
      new TextLayer().writeText(pdf, out);
    } catch (Full enough) {
      return visible(out.text);
    }
    return visible(out.text);
  }

  @Override
  public void processPage(PDPage page) throws IOException {
    Iterator<PDStream> contents = page.getContentStreams();
    while (contents.hasNext()) {
      inflation.check(contents.next().getCOSObject());
    }
    super.processPage(page);
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
    if (++operators > MOST_OPERATORS) {
      throw new IOException("too many operators");
    }
    super.processOperator(operator, operands);
  }

  @Override
  protected void processTextPosition(TextPosition glyph) {
    if (++glyphs > MOST_GLYPHS) {
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
