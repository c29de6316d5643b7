package cn.baosong.reader.pack;

import cn.baosong.core.check.FindingCode;
import cn.baosong.core.submission.Defect;
import cn.baosong.core.submission.SeenMark;
import cn.baosong.reader.archive.Entry;
import cn.baosong.reader.marking.MarkedText;
import cn.baosong.reader.scan.FormScan;
import java.io.IOException;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a PDF says of itself: how many pages it has and, where it is a form, its text layer. */
final class PdfFacts {
  private static final Logger LOG = LoggerFactory.getLogger(PdfFacts.class);

  /** 登记表, 申报表, 汇总表: what the notices call a form. */
  private static final String FORM = "表";

  /** A PDF beyond this many bytes is described without its pages. */
  private static final long LARGEST = 256L << 20;

  /** A form beyond this many bytes is a book of pictures, and not read. */
  private static final long LARGEST_FORM = 32L << 20;

  /** Pages of forms that are searched for codes; one scan may hold several candidates. */
  static final int MOST_FORM_PAGES = 40;

  private final int maxPages;
  private final boolean forms;

  /**
   * @param forms whether every file is a form, whatever it is called
   */
  PdfFacts(int maxPages, boolean forms) {
    this.maxPages = maxPages;
    this.forms = forms;
  }

  /**
   * What was learnt of one PDF.
   *
   * @param pages empty when it did not open
   * @param text layer of a form
   * @param marks codes of printed forms on its pages
   * @param marking what a search of all its pages for marks of state secrecy came to
   * @param trouble why it did not open
   */
  record Facts(
      Optional<Integer> pages,
      Optional<String> text,
      List<SeenMark> marks,
      MarkedText.Result marking,
      Optional<Defect> trouble) {
    static Facts none(Optional<Defect> trouble) {
      return new Facts(
          Optional.empty(), Optional.empty(), List.of(), MarkedText.Result.NOT_SEARCHED, trouble);
    }
  }

  /** Reads one; of a PDF that does not open nothing is known. */
  Facts of(Entry file) {
    if (file.size() > LARGEST) {
      return Facts.none(Optional.empty());
    }
    try (PDDocument pdf =
        Loader.loadPDF(
            new RandomAccessReadBufferedFile(file.extracted().toFile()),
            MemoryUsageSetting.setupTempFileOnly().streamCache)) {
      int pages = Math.min(pdf.getNumberOfPages(), maxPages);
      Optional<TextLayer.Beginning> form = form(file, pdf);
      MarkedText.Result marking =
          form.filter(TextLayer.Beginning::whole)
              .map(read -> PdfMarking.of(pdf, read))
              .orElseGet(() -> PdfMarking.of(pdf, maxPages));
      return new Facts(
          Optional.of(pages),
          form.flatMap(TextLayer.Beginning::text),
          isWanted(file) ? FormScan.ofPdf(pdf, MOST_FORM_PAGES) : List.of(),
          marking,
          Optional.empty());
    } catch (InvalidPasswordException locked) {
      return Facts.none(Optional.of(locked(file)));
    } catch (IOException | RuntimeException | StackOverflowError hostile) {
      LOG.info("{} not opened as PDF: {}", file.sha256(), hostile.toString());
      return Facts.none(Optional.of(Papers.unreadable(file, "打不开，由工作人员查看")));
    }
  }

  private static Defect locked(Entry file) {
    return new Defect(
        FindingCode.PACKAGE_ENCRYPTED.name(),
        file.path(),
        "“" + file.name() + "”设有打开密码，请去除密码后重新报送。",
        false);
  }

  private boolean isWanted(Entry file) {
    return forms || isForm(file);
  }

  private Optional<TextLayer.Beginning> form(Entry file, PDDocument pdf) {
    if (!isWanted(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(TextLayer.beginning(pdf));
    } catch (IOException | RuntimeException | StackOverflowError hostile) {
      LOG.info("text layer of {} not read: {}", file.sha256(), hostile.toString());
      return Optional.empty();
    }
  }

  /** Whether its name says that it is one, and it is no book of pictures. */
  static boolean isForm(Entry file) {
    if (file.size() > LARGEST_FORM) {
      return false;
    }
    String name = file.name();
    int dot = name.lastIndexOf('.');
    String stem = dot < 0 ? name : name.substring(0, dot);
    return Normalizer.normalize(stem, Normalizer.Form.NFKC).contains(FORM);
  }
}
