package cn.baosong.core.notice;

import cn.baosong.core.call.UnitCode;
import cn.baosong.core.submission.SubmissionNumber;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * A letter on its way to one registered address. How often it was tried meanwhile is work in hand
 * and no part of it.
 *
 * @param id the same for the same letter and address, so that nothing is queued twice
 * @param submission that the letter answers; a reminder answers none
 * @param title of the letter
 * @param automatic whether it answers an arrival, which is done once a day, case and address
 * @param outcome what the other side said last, once there is an end of it
 * @param called who rang the unit up because it could not be delivered
 */
public record Mailing(
    String id,
    String letter,
    Optional<SubmissionNumber> submission,
    Optional<UnitCode> unit,
    String addressee,
    String title,
    String address,
    boolean automatic,
    MailingState state,
    Optional<Outcome> outcome,
    Optional<Called> called) {

  /**
   * The end of it.
   *
   * @param cause empty when it was taken
   */
  public record Outcome(Optional<MailCause> cause, ServerAnswer answer) {}

  /** A call to the unit. */
  public record Called(String by, Instant at, String note) {}

  /** Begins in the queue, or withheld. */
  public static Mailing of(
      Letter letter, Optional<UnitCode> unit, String address, MailingState state) {
    return new Mailing(
        letter.id() + "." + Integer.toHexString(address.toLowerCase(Locale.ROOT).hashCode()),
        letter.id(),
        letter.submission(),
        unit,
        letter.addressee(),
        letter.title(),
        address,
        letter.kind().answersArrival(),
        state,
        Optional.empty(),
        Optional.empty());
  }

  public Mailing ended(MailingState end, Outcome said) {
    return with(end, Optional.of(said), called);
  }

  /** To be tried anew. */
  public Mailing again() {
    return with(MailingState.WAITING, Optional.empty(), Optional.empty());
  }

  public Mailing called(Called call) {
    return with(state, outcome, Optional.of(call));
  }

  /** Whether the unit still has to be rung up. */
  public boolean awaitsCall() {
    return state.isUndelivered() && called.isEmpty();
  }

  private Mailing with(MailingState next, Optional<Outcome> said, Optional<Called> call) {
    return new Mailing(
        id, letter, submission, unit, addressee, title, address, automatic, next, said, call);
  }
}
