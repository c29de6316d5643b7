package cn.baosong.reader.scan;

import cn.baosong.core.dossier.Cover;
import cn.baosong.core.submission.CoverCode;
import cn.baosong.core.submission.PageMark;
import cn.baosong.desk.CoverReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.ImageInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Photos of covers: their heads are read before their pixels, and no more pixels than a code needs.
 */
public final class CoverPhotos implements CoverReader {
  private static final Logger LOG = LoggerFactory.getLogger(CoverPhotos.class);
  private static final int ENOUGH = 2_400;

  @Override
  public Optional<Seen> look(Path photo) throws IOException {
    try (ImageInputStream in = new FileImageInputStream(photo.toFile())) {
      Optional<ImageReader> reader = Pictures.reader(in);
      if (reader.isEmpty()) {
        return Optional.empty();
      }
      try {
        return look(reader.get());
      } finally {
        reader.get().dispose();
      }
    } catch (javax.imageio.IIOException | RuntimeException damaged) {
      LOG.info("a photo is damaged: {}", damaged.toString());
      return Optional.empty();
    }
  }

  private static Optional<Seen> look(ImageReader reader) throws IOException {
    Optional<Cover.Kind> kind =
        switch (reader.getFormatName().toLowerCase(Locale.ROOT)) {
          case "jpeg", "jpg" -> Optional.of(Cover.Kind.JPEG);
          case "png" -> Optional.of(Cover.Kind.PNG);
          default -> Optional.empty();
        };
    int width = reader.getWidth(0);
    int height = reader.getHeight(0);
    if (kind.isEmpty() || (long) width * height > Pictures.MOST_PIXELS) {
      return Optional.empty();
    }
    ImageReadParam smaller = reader.getDefaultReadParam();
    int step = Math.max(1, (Math.max(width, height) + ENOUGH - 1) / ENOUGH);
    smaller.setSourceSubsampling(step, step, 0, 0);
    BufferedImage image = reader.read(0, smaller);
    return kind.map(k -> new Seen(k, code(image)));
  }

  /** A form on which a cover sheet lies is a form. */
  private static Optional<CoverCode> code(BufferedImage image) {
    List<String> texts = Codes.textsOn(Gray.of(image));
    return texts.stream().anyMatch(text -> PageMark.read(text).isPresent())
        ? Optional.empty()
        : texts.stream().flatMap(text -> CoverCode.read(text).stream()).findFirst();
  }
}
