package cn.baosong.core.dossier;

import cn.baosong.core.submission.Channel;
import cn.baosong.core.submission.StatedParcel;
import java.time.Instant;
import java.util.Optional;

/**
 * A parcel of which nobody knows yet whose it is or what it answers (无主邮件). Its time is kept from
 * the first moment.
 *
 * @param words what stands on the cover
 * @param ending empty while it waits for a person
 */
public record Stray(
    PaperNumber number,
    Channel channel,
    StatedParcel parcel,
    Instant received,
    String by,
    String words,
    Optional<Ending> ending,
    int version) {

  /** How it was settled. */
  public enum Outcome {
    /** It is in the register of parcels, under the same number and with its own time. */
    REGISTERED,
    /** It was another office's and went there. */
    FORWARDED
  }

  /**
   * Its settlement.
   *
   * @param to the unit that it is of, or the office it went to
   */
  public record Ending(Outcome outcome, Instant at, String by, String to) {}

  public Stray ended(Ending as) {
    return new Stray(number, channel, parcel, received, by, words, Optional.of(as), version + 1);
  }
}
