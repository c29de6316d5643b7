package cn.baosong.desk;

import cn.baosong.core.submission.Channel;
import java.util.Set;

/** Sends a probe through the sources of a channel. */
public interface Prober {
  Channel channel();

  /** The sources through which one can be sent now. */
  Set<String> sources();

  /**
   * Sends one.
   *
   * @param token to be carried along, so that it is known when it arrives
   * @throws NotSent when nobody took it
   */
  void send(Probe probe, String token) throws NotSent;

  /** Nobody took a probe; the message says why, in words for a clerk. */
  final class NotSent extends Exception {
    private static final long serialVersionUID = 1L;

    public NotSent(String why, Throwable cause) {
      super(why, cause);
    }
  }
}
