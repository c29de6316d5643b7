package cn.baosong.desk.digest;

import java.time.LocalDate;

/** The way by which a digest leaves. */
public interface DigestPost {
  /**
   * Sends one, under an id that is the same whenever it is sent again to this address on this day.
   *
   * @throws NotSent when nobody took it
   */
  void send(String address, LocalDate day, String subject, String text) throws NotSent;

  /** Nobody took it; the message says why, in words for an operator. */
  final class NotSent extends Exception {
    private static final long serialVersionUID = 1L;

    public NotSent(String why, Throwable cause) {
      super(why, cause);
    }
  }
}
