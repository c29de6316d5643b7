package cn.baosong.desk;

import cn.baosong.core.call.CallId;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.submission.Channel;
import cn.baosong.core.submission.Digest;
import cn.baosong.core.submission.Submission;
import cn.baosong.core.submission.SubmissionNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The register of submissions. */
public interface Submissions {
  Optional<Submission> find(SubmissionNumber number);

  Optional<Submission> byDigest(Digest digest);

  /** By what the source calls an item: the ledger that keeps one pick-up from counting twice. */
  Optional<Submission> byReceipt(Channel channel, String nativeId);

  /** The first that came as this message, by whatever way. */
  Optional<Submission> byMessage(String fingerprint);

  /** The first submission of a unit in a call with this content. */
  Optional<Submission> byContent(CallId call, UnitCode unit, Digest content);

  List<Submission> ofUnit(CallId call, UnitCode unit);

  /**
   * Those that wait for the others of one package, or for a person since these do not come.
   *
   * @param key as {@link Submission#partKey()}
   */
  List<Submission> parts(String key);

  /** Those that wait for the others of their package and were registered before. */
  List<Submission> partsBefore(Instant before);

  /** The newest of those that wait for the others of their package, registered in between. */
  List<Submission> partsBetween(Instant from, Instant before);

  /** How many arrivals are registered of a channel. */
  long arrivals(Channel channel);

  /** Keeps others from opening a submission for some minutes more, while one is still at it. */
  void stillOpening(SubmissionNumber number);

  /** Lets one that proves costly to open wait until no other waits to be opened. */
  void putOff(SubmissionNumber number);

  /** Whether it was put off, and may now take as long as it takes. */
  boolean isPutOff(SubmissionNumber number);

  /**
   * Saves row and act together.
   *
   * @throws StaleRecord when another change was stored since this one was read, or another
   *     submission holds the same bytes or receipt
   */
  void save(Submission submission, Act act);
}
