package cn.baosong.desk;

import cn.baosong.core.submission.Channel;
import java.time.Instant;
import java.util.Optional;

/** The probes that were sent, and what was seen of them. */
public interface Probes {
  /** Enters one that is sent now, or why it could not be. */
  void save(Probe probe);

  /**
   * A copy of one was seen; the first tells when it arrived.
   *
   * @param nativeId of the copy, as the ledger knows it; empty where its source let it go
   */
  void seen(String id, Channel channel, Optional<String> nativeId, Instant at, String place);

  Optional<Probe> find(String id);

  /** The newest of a source. */
  Optional<Probe> last(String source);

  /** The newest of a source that arrived. */
  Optional<Probe> lastArrived(String source);

  /** When the first was sent that has not arrived, of those sent after a moment. */
  Optional<Instant> waitingSince(String source, Instant after);

  /** Forgets those sent before a moment, but not the copies that a source may still show. */
  void forget(Instant before);

  /**
   * Seals a text with a secret of the office, the same on every node.
   *
   * @return HMAC-SHA-256 (RFC 2104) in lower-case hexadecimal
   */
  String seal(String text);
}
