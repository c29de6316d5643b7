package cn.baosong.reader.scan;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/**
 * The pictures on a page of a PDF, the largest first. They are taken out and not drawn: a scan is
 * nothing else, and no font or drawing of the sender is run.
 */
final class PdfPictures {
  private static final int MOST = 4;
  private static final int MOST_LISTED = 64;
  private static final int DEEPEST = 2;
  private static final List<String> JPEG = List.of("DCTDecode", "DCT");

  private final List<PDImageXObject> found = new ArrayList<>();
  private int listed;

  private PdfPictures() {}

  static List<PDImageXObject> on(PDPage page) throws IOException {
    PdfPictures pictures = new PdfPictures();
    pictures.list(page.getResources(), 0);
    return pictures.found.stream()
        .filter(image -> Pictures.isPage(image.getWidth(), image.getHeight()))
        .sorted((a, b) -> Long.compare(pixels(b), pixels(a)))
        .limit(MOST)
        .toList();
  }

  /** Decodes one; empty where it says of itself that it is beyond measure. */
  static Optional<BufferedImage> decode(PDImageXObject image) throws IOException {
    if (image.getStream().getFilters().stream().map(COSName::getName).anyMatch(JPEG::contains)) {
      return jpeg(image);
    }
    return Optional.of(image.getImage(null, Pictures.step(image.getWidth(), image.getHeight())));
  }

  /** The page's dictionary may say another size than the picture's own head. */
  private static Optional<BufferedImage> jpeg(PDImageXObject image) throws IOException {
    try (InputStream bytes = image.createInputStream(JPEG);
        ImageInputStream in = new MemoryCacheImageInputStream(bytes)) {
      Optional<ImageReader> reader = Pictures.reader(in);
      if (reader.isEmpty()) {
        return Optional.empty();
      }
      try {
        return Pictures.decode(reader.get(), 0);
      } finally {
        reader.get().dispose();
      }
    }
  }

  private void list(PDResources resources, int depth) throws IOException {
    if (resources == null || depth > DEEPEST) {
      return;
    }
    for (COSName name : resources.getXObjectNames()) {
      if (++listed > MOST_LISTED) {
        return;
      }
      PDXObject object = resources.getXObject(name);
      if (object instanceof PDImageXObject image) {
        found.add(image);
      } else if (object instanceof PDFormXObject form) {
        list(form.getResources(), depth + 1);
      }
    }
  }

  private static long pixels(PDImageXObject image) {
    return (long) image.getWidth() * image.getHeight();
  }
}
