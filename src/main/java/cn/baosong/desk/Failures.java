package cn.baosong.desk;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** What failed and is tried again, or was parked after too many tries. */
public interface Failures {
  /** The newest first where times are known; by step and subject otherwise. */
  Page<Failure> list(Filter filter, Window window);

  /** Those of a step, or all. */
  default Page<Failure> list(Optional<Step> step, Window window) {
    return list(Filter.of(step), window);
  }

  /** Tries it again at once; false when nothing of this id has failed. */
  boolean retry(String id, Act act);

  /**
   * Tries all of them again at once, each with an act of its own, or none.
   *
   * @return how many; no more than {@link Window#MOST} in one go
   */
  int retryAll(Filter filter, Act act);

  /**
   * Which failures.
   *
   * @param cause words that the reason holds, in whatever case
   * @param parked only those that wait for a person
   * @param subjects only those of these; all when empty
   */
  record Filter(Optional<Step> step, Optional<String> cause, boolean parked, Set<String> subjects) {
    public Filter {
      subjects = Set.copyOf(subjects);
    }

    public static Filter of(Optional<Step> step) {
      return new Filter(step, Optional.empty(), false, Set.of());
    }
  }

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
