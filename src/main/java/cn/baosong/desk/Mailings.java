package cn.baosong.desk;

import cn.baosong.core.notice.MailCause;
import cn.baosong.core.notice.Mailing;
import cn.baosong.core.notice.MailingState;
import cn.baosong.core.notice.ServerAnswer;
import cn.baosong.core.submission.SubmissionNumber;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The letters on their way to addresses, and how the line behaves that they go out by. */
public interface Mailings {
  Optional<Mailing> find(String id);

  /** One letter's, in the order in which they were queued. */
  List<Mailing> ofLetter(String letter);

  /** By letter; one without any is missing. */
  Map<String, List<Entry>> ofLetters(Collection<String> letters);

  /** Whether an arrival of this delivery was answered at this address since then. */
  boolean answered(String address, SubmissionNumber submission, Instant since);

  /**
   * Saves row and act together; it leaves only when its act is journaled.
   *
   * @throws StaleRecord when its state can no longer become the new one
   */
  void save(Mailing mailing, Act act);

  /**
   * The other side has put it off: work in hand, and no act.
   *
   * @param pause real time until it is tried again
   * @param counts whether the time for which the office tries runs from now on
   */
  void putOff(String id, MailCause cause, ServerAnswer answer, Duration pause, boolean counts);

  /** Whether it has been put off for so long already, in real time. */
  boolean putOffFor(String id, Duration most);

  /**
   * Nothing goes to a provider for a while.
   *
   * @param provider as {@code MailProvider} names it; {@link #LINE} for all of them
   * @param why empty for the usual pace
   */
  void pause(String provider, Duration pause, Optional<Trouble> why);

  /** Ends every pause. */
  void hurry();

  /** Counts one that was taken; tells how many were on this day of real time. */
  int taken(LocalDate today);

  /** What stands in the way of all letters, or of one provider's, by provider. */
  Map<String, Standing> standings();

  Queue queue();

  /** The newest first. */
  Page<Entry> list(Filters.OfMailings filter, Window window);

  /** How many stand in each state; some may be missing. */
  Map<MailingState, Long> counts();

  /** How many units are still to be rung up. */
  long toCall();

  /** Stands for all providers. */
  String LINE = "*";

  /** Why nothing goes. */
  record Trouble(MailCause cause, String said) {}

  /**
   * A provider, or the whole line, that pauses for a reason.
   *
   * @param since in real time
   * @param until when it is tried again, in real time
   */
  record Standing(Trouble trouble, Instant since, Instant until) {}

  /**
   * What waits.
   *
   * @param oldest since when the first of them could have left, in real time
   * @param lastTaken when the other side took a letter last, in real time
   */
  record Queue(long waiting, Optional<Instant> oldest, Optional<Instant> lastTaken) {}

  /**
   * A mailing in a list.
   *
   * @param changed when it came into its state, by the office's clock
   * @param putOff how often the other side has put it off
   * @param cause why, where it still waits
   * @param said what the other side said then
   * @param next when it is tried again, in real time
   */
  record Entry(
      Mailing mailing,
      Instant changed,
      int putOff,
      Optional<MailCause> cause,
      Optional<String> said,
      Optional<Instant> next) {}
}
