package cn.baosong.reader.pack;

import cn.baosong.core.submission.Digest;
import cn.baosong.core.submission.Document;
import cn.baosong.reader.archive.Entry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Describes the files of a package: length, digest and, for a PDF, its pages. */
final class Papers {
  private static final Logger LOG = LoggerFactory.getLogger(Papers.class);
  private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);

  /** A PDF beyond this many bytes is described without its pages. */
  private static final long LARGEST = 256L << 20;

  private final int maxPages;

  Papers(int maxPages) {
    this.maxPages = maxPages;
  }

  Document document(Entry entry) {
    return new Document(entry.path(), entry.size(), new Digest(entry.sha256()), pages(entry));
  }

  /**
   * Empty for what is no PDF, and for a PDF whose pages cannot be counted: a check then asks a
   * person.
   */
  private Optional<Integer> pages(Entry entry) {
    if (entry.size() > LARGEST || !isPdf(entry)) {
      return Optional.empty();
    }
    try (PDDocument pdf =
        Loader.loadPDF(
            new RandomAccessReadBufferedFile(entry.extracted().toFile()),
            MemoryUsageSetting.setupTempFileOnly().streamCache)) {
      return Optional.of(Math.min(pdf.getNumberOfPages(), maxPages));
    } catch (IOException | RuntimeException | StackOverflowError hostile) {
      LOG.info("pages of {} not counted: {}", entry.sha256(), hostile.toString());
      return Optional.empty();
    }
  }

  private static boolean isPdf(Entry entry) {
    try (var in = Files.newInputStream(entry.extracted())) {
      return Arrays.equals(in.readNBytes(PDF.length), PDF);
    } catch (IOException unreadable) {
      return false;
    }
  }
}
