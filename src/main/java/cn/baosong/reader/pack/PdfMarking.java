package cn.baosong.reader.pack;

import cn.baosong.core.submission.ClassifiedMarking;
import cn.baosong.core.submission.MarkingSearch;
import cn.baosong.reader.marking.MarkedText;
import java.io.IOException;
import java.io.Writer;
import java.nio.CharBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for marks of state secrecy in the text of all pages of a PDF, and in its title. */
final class PdfMarking {
  private static final Logger LOG = LoggerFactory.getLogger(PdfMarking.class);
  private static final int MOST_OPERATORS = 4_000_000;
  private static final int MOST_GLYPHS = 4_000_000;
  private static final long MOST_BYTES = 512L << 20;

  private PdfMarking() {}

  /** Of a form whose text was read as a whole. */
  static MarkedText.Result of(PDDocument pdf, TextLayer.Beginning read) {
    MarkingSearch search = new MarkingSearch();
    title(pdf, search);
    search.read(read.text().orElse(""));
    return new MarkedText.Result(search.end(), read.pagesWithoutText() == 0);
  }

  /** A page without text is a scan, and not searched. */
  static MarkedText.Result of(PDDocument pdf, int maxPages) {
    MarkingSearch search = new MarkingSearch();
    boolean searched = false;
    try {
      title(pdf, search);
      TextLayer.Bounds bounds =
          new TextLayer.Bounds(maxPages, MOST_OPERATORS, MOST_GLYPHS, MOST_BYTES);
      int withoutText = TextLayer.read(pdf, bounds, new Searching(search));
      searched = withoutText == 0 && pdf.getNumberOfPages() <= maxPages;
    } catch (IOException | RuntimeException | StackOverflowError hostile) {
      LOG.info("the pages of a PDF were not all searched: {}", hostile.getClass().getName());
    }
    return new MarkedText.Result(search.end(), searched);
  }

  private static void title(PDDocument pdf, MarkingSearch search) {
    String title = pdf.getDocumentInformation().getTitle();
    if (title != null) {
      search.read(title);
    }
    search.end();
  }

  /** Hands the text on, until a mark is certain. */
  private static final class Searching extends Writer {
    private final MarkingSearch search;

    Searching(MarkingSearch search) {
      this.search = search;
    }

    @Override
    public void write(char[] from, int offset, int length) throws IOException {
      search.read(CharBuffer.wrap(from, offset, length));
      if (search.found() == ClassifiedMarking.MARKED) {
        throw new IOException("found");
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
