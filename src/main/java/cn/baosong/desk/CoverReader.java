package cn.baosong.desk;

import cn.baosong.core.dossier.Cover;
import cn.baosong.core.submission.CoverCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Looks at a photo of a cover. */
public interface CoverReader {
  /**
   * Looks at its head before its pixels.
   *
   * @return empty when it is no JPEG or PNG, is damaged, or says of itself that it is beyond
   *     measure
   * @throws IOException when our own side failed
   */
  Optional<Seen> look(Path photo) throws IOException;

  /**
   * A photo that can be shown.
   *
   * @param code of the cover sheet, where one could be read
   */
  record Seen(Cover.Kind kind, Optional<CoverCode> code) {}
}
