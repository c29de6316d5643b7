package cn.baosong.reader.scan;

import cn.baosong.core.submission.PageMark;
import cn.baosong.core.submission.SeenMark;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the codes of printed forms off a scan, a PDF or a picture of one or many pages. A page that
 * cannot be read has none; it never makes the file unreadable.
 */
public final class FormScan {
  private static final Logger LOG = LoggerFactory.getLogger(FormScan.class);

  private FormScan() {}

  /**
   * The codes on the pages of a PDF.
   *
   * @param mostPages pages that are looked at
   */
  public static List<SeenMark> ofPdf(PDDocument pdf, int mostPages) {
    List<SeenMark> seen = new ArrayList<>();
    int pages = Math.min(pdf.getNumberOfPages(), mostPages);
    for (int i = 0; i < pages; i++) {
      try {
        add(seen, i + 1, marks(PdfPictures.on(pdf.getPage(i))));
      } catch (IOException | RuntimeException | StackOverflowError hostile) {
        LOG.info("page {} not read: {}", i + 1, hostile.toString());
      }
    }
    return seen;
  }

  /**
   * The codes on a picture; a TIFF may have many pages.
   *
   * @param mostPages pages that are looked at
   */
  public static List<SeenMark> ofPicture(Path file, int mostPages) {
    List<SeenMark> seen = new ArrayList<>();
    try (ImageInputStream in = new FileImageInputStream(file.toFile())) {
      Optional<ImageReader> reader = Pictures.reader(in);
      if (reader.isPresent()) {
        pages(reader.get(), mostPages, seen);
      }
    } catch (IOException | RuntimeException damaged) {
      LOG.info("a picture is not read to its end: {}", damaged.toString());
    }
    return seen;
  }

  private static void pages(ImageReader reader, int mostPages, List<SeenMark> seen)
      throws IOException {
    try {
      for (int i = 0; i < mostPages; i++) {
        Optional<BufferedImage> page = Pictures.decode(reader, i);
        if (page.isPresent()) {
          add(seen, i + 1, Codes.on(Gray.of(page.get())));
        }
      }
    } catch (IndexOutOfBoundsException end) {
      LOG.debug("no more pages");
    } finally {
      reader.dispose();
    }
  }

  private static Set<PageMark> marks(List<PDImageXObject> pictures) throws IOException {
    Set<PageMark> marks = new LinkedHashSet<>();
    for (PDImageXObject picture : pictures) {
      Optional<BufferedImage> image = PdfPictures.decode(picture);
      if (image.isPresent()) {
        marks.addAll(Codes.on(Gray.of(image.get())));
      }
    }
    return marks;
  }

  private static void add(List<SeenMark> seen, int page, Set<PageMark> marks) {
    marks.forEach(mark -> seen.add(new SeenMark(page, mark)));
  }
}
