package cn.baosong.reader.pack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How large a picture says it is; nothing of it is decoded. */
final class ImageSize {
  /** Two pages of A3 at 1,200 dots an inch. */
  private static final long MOST_PIXELS = 500_000_000;

  private static final Logger LOG = LoggerFactory.getLogger(ImageSize.class);

  private ImageSize() {}

  /** Whether a picture has more pixels than any scan; a damaged one has none. */
  static boolean isBeyondMeasure(Path file) {
    try (ImageInputStream in = new FileImageInputStream(file.toFile())) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        return false;
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        return (long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS;
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException damaged) {
      LOG.info("a picture is damaged: {}", damaged.toString());
      return false;
    }
  }
}
