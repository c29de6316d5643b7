package cn.baosong.desk.night;

import cn.baosong.core.call.Call;
import cn.baosong.core.submission.Channel;
import cn.baosong.core.submission.Interval;
import cn.baosong.core.submission.Outage;
import cn.baosong.desk.Records.Event;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The last evening of a call, or what became of it.
 *
 * @param asOf the moment that it is told of, by the office's clock
 * @param acts number of the last act that it may tell of: the same record tells the same again
 * @param span from when a change of the rules had to be confirmed, until the night is over or now
 * @param channels deliveries of the span by channel
 * @param timings dossiers of the call by how they stand in time
 * @param unjudged dossiers of the call that nobody has judged yet
 * @param outages that lie in the span, the latest first
 * @param changes what became of the rules in the span, the earliest first
 */
public record Night(
    Call call,
    Instant asOf,
    long acts,
    Interval span,
    List<Ending> endings,
    Map<Channel, Long> channels,
    Map<Timing, Long> timings,
    long unjudged,
    List<Outage> outages,
    List<Event> changes) {
  public Night {
    endings = List.copyOf(endings);
    channels = Map.copyOf(channels);
    timings = Map.copyOf(timings);
    outages = List.copyOf(outages);
    changes = List.copyOf(changes);
  }

  public long of(Timing timing) {
    return timings.getOrDefault(timing, 0L);
  }

  public long dossiers() {
    return unjudged + timings.values().stream().mapToLong(Long::longValue).sum();
  }

  public long deliveries() {
    return channels.values().stream().mapToLong(Long::longValue).sum();
  }

  /** The deadline that a clock is set for. */
  public Ending next() {
    return Endings.next(endings, asOf).orElseThrow();
  }

  /** Whether no reading leaves any time. */
  public boolean isOver() {
    return next().phase(asOf) == Ending.Phase.PAST;
  }
}
