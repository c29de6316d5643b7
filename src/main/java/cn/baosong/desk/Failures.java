package cn.baosong.desk;

import java.time.Instant;
import java.util.Optional;

/** What failed and is tried again, or was parked after too many tries. */
public interface Failures {
  /** The newest first where times are known; by step and subject otherwise. */
  Page<Failure> list(Optional<Step> step, Window window);

  /** Tries it again at once; false when nothing of this id has failed. */
  boolean retry(String id, Act act);

  /** The hops that can fail apart. */
  enum Step {
    OPEN,
    ASSESS,
    LETTER,
    MAIL,
    DELIVER
  }

  /**
   * One failure.
   *
   * @param id made of letters, digits, {@code -} and {@code .}, fit for a path of a URL
   * @param subject number of the submission, {@code call/unit} of a case, id of a letter or of its
   *     mailing, or number of the dossier that is to be delivered
   * @param tries so far
   * @param parked whether it waits for a person instead of its next try
   * @param reason what the last try said
   * @param nextTry in real time
   */
  record Failure(
      String id,
      Step step,
      String subject,
      int tries,
      boolean parked,
      String reason,
      Optional<Instant> nextTry) {}
}
