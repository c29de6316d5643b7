package cn.baosong.reader.scan;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Decodes pictures no larger than a code needs: their heads are read before their pixels. */
final class Pictures {
  /** A3 at 600 dots an inch; more is a bomb, or no page. */
  static final long MOST_PIXELS = 70_000_000;

  /** A page of A4 at 240 dots an inch: a code's module has six of them. */
  private static final int ENOUGH = 2_800;

  /** Smaller than this is a logo. */
  private static final int LEAST = 160;

  private Pictures() {}

  /** Every how many pixels one is enough. */
  static int step(int width, int height) {
    return Math.max(1, Math.max(width, height) / ENOUGH);
  }

  static boolean isPage(long width, long height) {
    return width >= LEAST && height >= LEAST && width * height <= MOST_PIXELS;
  }

  /** One page; empty where it is beyond measure or too small. */
  static Optional<BufferedImage> decode(ImageReader reader, int page) throws IOException {
    int width = reader.getWidth(page);
    int height = reader.getHeight(page);
    if (!isPage(width, height)) {
      return Optional.empty();
    }
    ImageReadParam smaller = reader.getDefaultReadParam();
    int step = step(width, height);
    smaller.setSourceSubsampling(step, step, 0, 0);
    return Optional.of(reader.read(page, smaller));
  }

  /** Who reads this kind of picture; closing the stream is the caller's. */
  static Optional<ImageReader> reader(ImageInputStream in) {
    Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
    if (!readers.hasNext()) {
      return Optional.empty();
    }
    ImageReader reader = readers.next();
    reader.setInput(in, false, true);
    return Optional.of(reader);
  }
}
