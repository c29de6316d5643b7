package cn.baosong.desk;

import cn.baosong.core.notice.Letter;
import cn.baosong.core.submission.SubmissionNumber;
import java.util.List;
import java.util.Optional;

/** The outbox: letters written and not yet sent, and all that were. */
public interface Letters {
  Optional<Letter> find(String id);

  List<Letter> of(SubmissionNumber submission);

  /**
   * Saves row and act together; a letter becomes due when its act is journaled and its hold is over
   * in real time.
   *
   * @throws StaleRecord when its state can no longer become the new one: it was sent or stopped
   */
  void save(Letter letter, Act act);
}
