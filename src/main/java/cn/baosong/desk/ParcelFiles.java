package cn.baosong.desk;

import cn.baosong.core.dossier.PaperRecord;
import cn.baosong.core.submission.Channel;
import cn.baosong.core.submission.StatedParcel;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads what a file states of a parcel; whatever it holds can do no harm. */
public interface ParcelFiles {
  /**
   * Reads one file.
   *
   * @throws IOException when our own disk cannot be read
   */
  Read read(Path file) throws IOException;

  /**
   * What came of it.
   *
   * @param said empty where the file cannot be relied on
   * @param fault what is wrong with it, in plain words for whoever wrote it; empty when nothing is
   */
  record Read(Optional<Said> said, String fault) {}

  /**
   * A parcel as the file states it.
   *
   * @param cover what the cover sheet says, in place of call and unit; may be empty
   * @param by who took it in; may be empty
   */
  record Said(
      String call,
      String unit,
      String cover,
      Channel channel,
      StatedParcel parcel,
      Instant received,
      String by,
      List<PaperRecord.Candidate> candidates) {
    public Said {
      candidates = List.copyOf(candidates);
    }
  }
}
