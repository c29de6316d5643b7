package cn.baosong.reader.scan;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pages of a PDF or picture, one after another. */
final class ScanPages {
  private static final Logger LOG = LoggerFactory.getLogger(ScanPages.class);
  private static final byte[] PDF = "%PDF".getBytes(StandardCharsets.US_ASCII);

  private ScanPages() {}

  /** Takes one page of the file. */
  interface Taker {
    void take(int at, List<Gray> views) throws IOException;
  }

  /** A page that cannot be read has no views. */
  static void each(Path file, int mostPages, Taker taker) throws IOException {
    if (isPdf(file)) {
      pdf(file, mostPages, taker);
    } else {
      picture(file, mostPages, taker);
    }
  }

  private static boolean isPdf(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(1024), StandardCharsets.ISO_8859_1)
          .contains(new String(PDF, StandardCharsets.US_ASCII));
    }
  }

  private static void pdf(Path file, int mostPages, Taker taker) throws IOException {
    try (PDDocument pdf =
        Loader.loadPDF(
            new RandomAccessReadBufferedFile(file.toFile()),
            MemoryUsageSetting.setupTempFileOnly().streamCache)) {
      int pages = Math.min(pdf.getNumberOfPages(), mostPages);
      for (int i = 0; i < pages; i++) {
        taker.take(i + 1, views(pdf, i));
      }
    }
  }

  private static List<Gray> views(PDDocument pdf, int page) {
    List<Gray> views = new ArrayList<>();
    try {
      for (PDImageXObject picture : PdfPictures.on(pdf.getPage(page))) {
        PdfPictures.decode(picture).map(Gray::of).ifPresent(views::add);
      }
    } catch (IOException | RuntimeException | StackOverflowError hostile) {
      LOG.info("page {} not read: {}", page + 1, hostile.toString());
    }
    return views;
  }

  private static void picture(Path file, int mostPages, Taker taker) throws IOException {
    try (ImageInputStream in = new FileImageInputStream(file.toFile())) {
      Optional<ImageReader> reader = Pictures.reader(in);
      if (reader.isPresent()) {
        pages(reader.get(), mostPages, taker);
      }
    }
  }

  private static void pages(ImageReader reader, int mostPages, Taker taker) throws IOException {
    try {
      for (int i = 0; i < mostPages; i++) {
        taker.take(i + 1, view(reader, i));
      }
    } catch (IndexOutOfBoundsException end) {
      LOG.debug("no more pages");
    } finally {
      reader.dispose();
    }
  }

  private static List<Gray> view(ImageReader reader, int page) {
    try {
      Optional<BufferedImage> image = Pictures.decode(reader, page);
      return image.map(Gray::of).stream().toList();
    } catch (IndexOutOfBoundsException end) {
      throw end;
    } catch (IOException | RuntimeException damaged) {
      LOG.info("page {} not read: {}", page + 1, damaged.toString());
      return List.of();
    }
  }
}
