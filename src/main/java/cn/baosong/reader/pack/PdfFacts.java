package cn.baosong.reader.pack;

import cn.baosong.core.check.FindingCode;
import cn.baosong.core.submission.Defect;
import cn.baosong.core.submission.Document;
import cn.baosong.reader.archive.Entry;
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

  private final int maxPages;

  PdfFacts(int maxPages) {
    this.maxPages = maxPages;
  }

  /** Adds what can be learnt; of a PDF that does not open nothing is known. */
  Document of(Entry file, Document plain, List<Defect> defects) {
    if (file.size() > LARGEST) {
      return plain;
    }
    try (PDDocument pdf =
        Loader.loadPDF(
            new RandomAccessReadBufferedFile(file.extracted().toFile()),
            MemoryUsageSetting.setupTempFileOnly().streamCache)) {
      int pages = Math.min(pdf.getNumberOfPages(), maxPages);
      return new Document(
          plain.path(), plain.bytes(), plain.digest(), Optional.of(pages), text(file, pdf));
    } catch (InvalidPasswordException locked) {
      defects.add(
          new Defect(
              FindingCode.PACKAGE_ENCRYPTED.name(),
              file.path(),
              "“" + file.name() + "”设有打开密码，请去除密码后重新报送。",
              false));
      return plain;
    } catch (IOException | RuntimeException | StackOverflowError hostile) {
      LOG.info("{} not opened as PDF: {}", file.sha256(), hostile.toString());
      defects.add(Papers.unreadable(file, "打不开，由工作人员查看"));
      return plain;
    }
  }

  private static Optional<String> text(Entry file, PDDocument pdf) {
    if (file.size() > LARGEST_FORM || !isForm(file)) {
      return Optional.empty();
    }
    try {
      return TextLayer.of(pdf);
    } catch (IOException | RuntimeException | StackOverflowError hostile) {
      LOG.info("text layer of {} not read: {}", file.sha256(), hostile.toString());
      return Optional.empty();
    }
  }

  private static boolean isForm(Entry file) {
    String name = file.name();
    int dot = name.lastIndexOf('.');
    String stem = dot < 0 ? name : name.substring(0, dot);
    return Normalizer.normalize(stem, Normalizer.Form.NFKC).contains(FORM);
  }
}
