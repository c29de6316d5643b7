package cn.baosong.core.dossier;

import cn.baosong.core.submission.CoverCode;
import cn.baosong.core.submission.Document;
import java.time.Instant;
import java.util.Optional;

/**
 * A photo of a parcel's cover (封面照片): what a person looks at where a postmark is in doubt.
 *
 * @param file the picture as it was taken
 * @param item what the carrier calls the parcel, as {@link
 *     cn.baosong.core.submission.StatedParcel#itemKey} writes it; may be empty
 * @param code of the cover sheet, where one could be read
 * @param parcel empty while none was named
 * @param by who took it
 */
public record Cover(
    String id,
    Document file,
    Kind kind,
    String item,
    Optional<CoverCode> code,
    Optional<PaperNumber> parcel,
    String by,
    Instant registered) {

  /** Pictures that every browser shows. */
  public enum Kind {
    JPEG("image/jpeg"),
    PNG("image/png");

    private final String mediaType;

    Kind(String mediaType) {
      this.mediaType = mediaType;
    }

    public String mediaType() {
      return mediaType;
    }
  }

  /** The same photo, once its parcel is named. */
  public Cover of(PaperNumber named) {
    return new Cover(id, file, kind, item, code, Optional.of(named), by, registered);
  }
}
