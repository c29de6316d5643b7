package cn.baosong.desk;

import cn.baosong.core.submission.Channel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Has probes sent when they are due, and knows those that arrive. */
public final class ProbeDesk {
  private static final Duration KEPT = Duration.ofDays(30);

  /** One that nobody took is followed by another soon. */
  private static final Duration RETRY = Duration.ofMinutes(5);

  private final List<Prober> probers;
  private final Probes probes;
  private final Duration interval;
  private final Duration overdue;
  private final Clock machine;

  /**
   * @param interval real time between two probes of a source; none are sent of themselves when zero
   * @param overdue real time after which one counts as lost
   */
  public ProbeDesk(
      List<Prober> probers, Probes probes, Duration interval, Duration overdue, Clock machine) {
    this.probers = List.copyOf(probers);
    this.probes = probes;
    this.interval = interval;
    this.overdue = overdue;
    this.machine = machine;
  }

  /**
   * How the probes of a source fare.
   *
   * @param last the newest
   * @param arrived the newest that arrived
   * @param lost whether one was sent long ago and has not arrived
   */
  public record State(Optional<Probe> last, Optional<Probe> arrived, boolean lost) {
    /** Why the newest could not be sent. */
    public Optional<String> failure() {
      return last.flatMap(Probe::failure);
    }
  }

  /** One look: sends what is due. */
  public void look() {
    if (!interval.isZero()) {
      probers.forEach(prober -> prober.sources().forEach(source -> sendDue(prober, source)));
    }
  }

  private void sendDue(Prober prober, String source) {
    Optional<Probe> last = probes.last(source);
    Duration pause =
        last.flatMap(Probe::failure).isPresent() && RETRY.compareTo(interval) < 0
            ? RETRY
            : interval;
    if (last.filter(p -> p.sent().plus(pause).isAfter(machine.instant())).isEmpty()) {
      send(prober, source);
    }
  }

  /**
   * Sends one at once.
   *
   * @return the probe with what became of it; empty where none can be sent through the source
   */
  public Optional<Probe> send(String source) {
    return probers.stream()
        .filter(prober -> prober.sources().contains(source))
        .findFirst()
        .map(prober -> send(prober, source));
  }

  private Probe send(Prober prober, String source) {
    Instant now = machine.instant();
    Probe probe = Probe.of(UUID.randomUUID().toString(), source, now);
    probes.forget(now.minus(KEPT));
    probes.save(probe);
    try {
      prober.send(probe, token(prober.channel(), source, probe.id()));
      return probe;
    } catch (Prober.NotSent refused) {
      Probe failed = probe.refused(String.valueOf(refused.getMessage()));
      probes.save(failed);
      return failed;
    }
  }

  /** Whether a probe can be sent through a source. */
  public boolean canProbe(String source) {
    return probers.stream().anyMatch(prober -> prober.sources().contains(source));
  }

  /** Whether what a source shows is a probe that this office sent through it. */
  public boolean isOurs(Channel channel, String source, String id, String token) {
    return MessageDigest.isEqual(
        token(channel, source, id).getBytes(StandardCharsets.UTF_8),
        token.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * A probe was seen.
   *
   * @param nativeId of what is to be counted apart from now on; empty where it is a mail as well
   */
  public void seen(Channel channel, String id, Optional<String> nativeId, String place) {
    probes.seen(id, channel, nativeId, machine.instant(), place);
  }

  public State of(String source) {
    Optional<Probe> arrived = probes.lastArrived(source);
    Instant after = arrived.map(Probe::sent).orElse(Instant.EPOCH);
    Instant late = machine.instant().minus(overdue);
    boolean lost = probes.waitingSince(source, after).filter(at -> at.isBefore(late)).isPresent();
    return new State(probes.last(source), arrived, lost);
  }

  private String token(Channel channel, String source, String id) {
    return probes.seal("probe\n" + channel.code() + "\n" + source + "\n" + id);
  }
}
