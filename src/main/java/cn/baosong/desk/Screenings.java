package cn.baosong.desk;

import cn.baosong.core.submission.SubmissionNumber;
import java.time.Instant;
import java.util.Optional;

/** 待查毒: the submissions that no scanner has looked through yet, in real time. */
public interface Screenings {
  /** Puts one off: it is tried again by itself, each time a little later. */
  void await(SubmissionNumber number, MalwareScanner.Verdict why);

  /** It waits no more. */
  void passed(SubmissionNumber number);

  /** Has one tried at once. */
  void retry(SubmissionNumber number);

  /** Has all tried at once that got no answer; those beyond the scanner's limits keep waiting. */
  void retryUnanswered();

  boolean isWaiting(SubmissionNumber number);

  Waiting waiting();

  /**
   * How many wait.
   *
   * @param since when the one that waits longest was first put off
   */
  record Waiting(long count, Optional<Instant> since) {}
}
