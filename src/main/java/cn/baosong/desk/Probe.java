package cn.baosong.desk;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What the office sends to itself through a channel, so that it knows by its arrival that the whole
 * way lives (ADR 0019). Real time throughout.
 *
 * @param id unique
 * @param source of which channel, as the reconciliation calls it
 * @param failure why it could not be sent, or came back
 * @param arrived when it was seen
 * @param place where it was seen, which may be a folder for junk
 */
public record Probe(
    String id,
    String source,
    Instant sent,
    Optional<String> failure,
    Optional<Instant> arrived,
    Optional<String> place) {
  public static Probe of(String id, String source, Instant sent) {
    return new Probe(id, source, sent, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** The same, which nobody took. */
  public Probe refused(String why) {
    return new Probe(id, source, sent, Optional.of(why), arrived, place);
  }

  /** How long it was on its way. */
  public Optional<Duration> roundTrip() {
    return arrived.map(at -> Duration.between(sent, at));
  }
}
