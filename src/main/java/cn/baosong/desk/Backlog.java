package cn.baosong.desk;

import java.time.Duration;
import java.util.Map;

/** What waits at each step of the office, and for how long: an operator's first question. */
public interface Backlog {
  /** Each step, also one where nothing waits; a few cheap questions to the database. */
  Map<Step, Waiting> steps();

  /** Where a row can wait. */
  enum Step {
    /** For the malware scanner. */
    SCREEN,
    OPEN,
    ASSESS,
    /** For its letter to be written out. */
    LETTER,
    MAIL,
    DELIVER,
    /** For a scanned form to be read by machine. */
    READ
  }

  /**
   * What waits at a step and is due.
   *
   * @param count rows, those that failed among them
   * @param oldest how long the first has waited; nothing when none waits
   * @param failing rows whose last try failed
   * @param parked rows that are not tried again until a person says so
   */
  record Waiting(long count, Duration oldest, long failing, long parked) {
    public static final Waiting NONE = new Waiting(0, Duration.ZERO, 0, 0);
  }
}
