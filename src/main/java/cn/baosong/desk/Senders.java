package cn.baosong.desk;

import cn.baosong.core.call.UnitCode;
import cn.baosong.core.submission.SenderBinding;
import cn.baosong.core.submission.SubmissionNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Which address speaks for which unit, as clerks found; and the mails that wait for that. */
public interface Senders {
  /** Those of an address that hold, the oldest first. */
  List<SenderBinding> at(String address);

  /** Those of a unit that hold, the oldest first. */
  List<SenderBinding> of(UnitCode unit);

  Optional<SenderBinding> find(String id);

  /** All that ever were, the newest first. */
  Page<SenderBinding> list(Filters.OfSenders filter, Window window);

  /**
   * Saves row and act together.
   *
   * @throws StaleRecord when the address already speaks for the unit, or it was taken back before
   */
  void save(SenderBinding binding, Act act);

  /** The addresses whose mails wait, the longest waiting first. */
  Page<Waiting> waiting(Window window);

  /** The mails of an address that wait, the longest waiting first. */
  List<SubmissionNumber> waitingAt(String address, int most);

  /** The units to which mails of an address were bound. */
  List<UnitCode> deliveredFor(String address, int most);

  /** How many addresses and mails wait. */
  Count waiting();

  /**
   * An address whose mails wait.
   *
   * @param address empty for mails without a readable author
   * @param oldest when the first of them was registered
   * @param first its number, which decides among equal instants
   */
  record Waiting(String address, long mails, Instant oldest, SubmissionNumber first) {}

  record Count(long addresses, long mails) {}
}
