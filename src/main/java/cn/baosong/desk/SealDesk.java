package cn.baosong.desk;

import cn.baosong.core.submission.Digest;
import cn.baosong.core.submission.SealReason;
import cn.baosong.core.submission.Submission;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;

/**
 * Where originals are sealed that nobody may open: those with a mark of state secrecy, of which no
 * further copy may be made, and infected ones (decisions.md 26).
 */
public final class SealDesk {
  private final Archive archive;
  private final Submissions submissions;
  private final LetterDesk letters;
  private final Clock clock;

  public SealDesk(Archive archive, Submissions submissions, LetterDesk letters, Clock clock) {
    this.archive = archive;
    this.submissions = submissions;
    this.letters = letters;
    this.clock = clock;
  }

  public Optional<SealReason> reason(Digest digest) throws IOException {
    return archive.sealing(digest).map(Sealing::reason);
  }

  /**
   * Seals the bytes at once; the record follows by {@link #enter}, after a crash too.
   *
   * @param detail what the holder has to know; may be empty
   */
  public void seal(Digest digest, SealReason reason, String detail) throws IOException {
    archive.seal(new Sealing(digest, reason, detail, clock.instant()));
  }

  /** Enters in the record that the original is sealed, and tells the unit no more than it must. */
  public void enter(Submission now, SealReason reason, Act act) {
    Submission sealed = now.sealed(reason);
    submissions.save(sealed, act);
    switch (reason) {
      case CLASSIFIED_MARKING -> letters.classified(sealed);
      case MALWARE_FOUND -> letters.unreadable(sealed);
    }
  }
}
