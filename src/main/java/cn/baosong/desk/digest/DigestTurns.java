package cn.baosong.desk.digest;

import java.time.LocalDate;

/** Which of several processes on one database writes the digest of a day. */
public interface DigestTurns {
  /**
   * Takes the turn, for long enough to send a mail and enter that it left.
   *
   * @return whether nobody else has it now
   */
  boolean take(LocalDate day, String address);

  /** Gives it back, since nothing left. */
  void giveBack(LocalDate day, String address);
}
