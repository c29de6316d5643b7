package cn.baosong.reader.pack;

import cn.baosong.core.submission.Digest;
import cn.baosong.core.submission.Document;
import cn.baosong.reader.archive.Entry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Describes the files of a package: length, digest and, for a PDF, its pages and, where it is a
 * form, its text layer.
 */
final class Papers {
  private static final Logger LOG = LoggerFactory.getLogger(Papers.class);
  private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);

  /** 登记表, 申报表, 汇总表: what the notices call a form. */
  private static final String FORM = "表";

  /** A PDF beyond this many bytes is described without its pages. */
  private static final long LARGEST = 256L << 20;

  /** A form beyond this many bytes is a book of pictures, and not read. */
  private static final long LARGEST_FORM = 32L << 20;

  private final int maxPages;

  Papers(int maxPages) {
    this.maxPages = maxPages;
  }

  /**
   * Without pages and text for what is no PDF, and for a PDF that cannot be opened: a check then
   * asks a person.
   */
  Document document(Entry entry) {
    Document plain =
        new Document(entry.path(), entry.size(), new Digest(entry.sha256()), Optional.empty());
    if (entry.size() > LARGEST || !isPdf(entry)) {
      return plain;
    }
    try (PDDocument pdf =
        Loader.loadPDF(
            new RandomAccessReadBufferedFile(entry.extracted().toFile()),
            MemoryUsageSetting.setupTempFileOnly().streamCache)) {
      int pages = Math.min(pdf.getNumberOfPages(), maxPages);
      return new Document(
          plain.path(), plain.bytes(), plain.digest(), Optional.of(pages), text(entry, pdf));
    } catch (IOException | RuntimeException | StackOverflowError hostile) {
      LOG.info("{} not opened as PDF: {}", entry.sha256(), hostile.toString());
      return plain;
    }
  }

  private static Optional<String> text(Entry entry, PDDocument pdf) {
    if (entry.size() > LARGEST_FORM || !isForm(entry)) {
      return Optional.empty();
    }
    try {
      return TextLayer.of(pdf);
    } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError hostile) {
      // TextLayer bounds what it knows of; a way round it must still not stop the office.
      LOG.info("text layer of {} not read: {}", entry.sha256(), hostile.toString());
      return Optional.empty();
    }
  }

  private static boolean isForm(Entry entry) {
    String name = entry.name();
    int dot = name.lastIndexOf('.');
    String stem = dot < 0 ? name : name.substring(0, dot);
    return Normalizer.normalize(stem, Normalizer.Form.NFKC).contains(FORM);
  }

  private static boolean isPdf(Entry entry) {
    try (var in = Files.newInputStream(entry.extracted())) {
      return Arrays.equals(in.readNBytes(PDF.length), PDF);
    } catch (IOException unreadable) {
      return false;
    }
  }
}
