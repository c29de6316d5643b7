package cn.baosong.desk;

import static org.assertj.core.api.Assertions.assertThat;

import cn.baosong.core.submission.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProbeDeskTest {
  private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

  private final Sent sent = new Sent();
  private final MovedClock watch = new MovedClock(Instant.parse("2020-03-25T01:00:00Z"));
  private final Remembered remembered = new Remembered();
  private final ProbeDesk desk =
      new ProbeDesk(List.of(sent), remembered, HALF_AN_HOUR, Duration.ofMinutes(15), watch);

  @Test
  void writesToAMailboxAtItsInterval() {
    desk.look();
    watch.move(Duration.ofMinutes(29));
    desk.look();
    assertThat(sent.probes).hasSize(1);
    watch.move(Duration.ofMinutes(1));
    desk.look();
    assertThat(sent.probes).hasSize(2);
  }

  @Test
  void writesOnlyWhenAskedWhereNoIntervalIsSet() {
    ProbeDesk quiet = new ProbeDesk(List.of(sent), remembered, Duration.ZERO, HALF_AN_HOUR, watch);
    quiet.look();
    assertThat(sent.probes).isEmpty();
    assertThat(quiet.send("office")).isPresent();
    assertThat(quiet.send("elsewhere")).isEmpty();
  }

  @Test
  void saysThatOneWasSentAndDidNotArriveUntilALaterOneDoes() {
    desk.look();
    watch.move(Duration.ofMinutes(16));
    assertThat(desk.of("office").lost()).isTrue();
    Probe later = desk.send("office").orElseThrow();
    assertThat(desk.of("office").lost()).isTrue();
    watch.move(Duration.ofSeconds(8));
    desk.seen(Channel.EMAIL, later.id(), Optional.of("office/INBOX/1/9"), "");
    assertThat(desk.of("office").lost()).isFalse();
    assertThat(desk.of("office").arrived().flatMap(Probe::roundTrip))
        .contains(Duration.ofSeconds(8));
  }

  @Test
  void saysThatOneCouldNotBeSentAndTriesAgainSoon() {
    sent.refusal = Optional.of("535 Login Fail");
    desk.look();
    assertThat(desk.of("office").failure()).contains("535 Login Fail");
    assertThat(desk.of("office").lost()).isFalse();
    sent.refusal = Optional.empty();
    watch.move(Duration.ofMinutes(5));
    desk.look();
    assertThat(desk.of("office").failure()).isEmpty();
  }

  @Test
  void knowsItsOwnByTheTokenOfThatMailboxAlone() {
    Probe probe = desk.send("office").orElseThrow();
    String token = sent.tokens.get(0);
    assertThat(desk.isOurs(Channel.EMAIL, "office", probe.id(), token)).isTrue();
    assertThat(desk.isOurs(Channel.EMAIL, "second", probe.id(), token)).isFalse();
    assertThat(desk.isOurs(Channel.EMAIL, "office", "another", token)).isFalse();
  }

  /** Keeps what it is asked to send. */
  private static final class Sent implements Prober {
    private final List<Probe> probes = new ArrayList<>();
    private final List<String> tokens = new ArrayList<>();
    private Optional<String> refusal = Optional.empty();

    @Override
    public Channel channel() {
      return Channel.EMAIL;
    }

    @Override
    public Set<String> sources() {
      return Set.of("office");
    }

    @Override
    public void send(Probe probe, String token) throws NotSent {
      if (refusal.isPresent()) {
        throw new NotSent(refusal.get(), new IllegalStateException());
      }
      probes.add(probe);
      tokens.add(token);
    }
  }

  /** The table of probes, in memory. */
  private static final class Remembered implements Probes {
    private final Map<String, Probe> all = new HashMap<>();

    @Override
    public void save(Probe probe) {
      all.put(probe.id(), probe);
    }

    @Override
    public void seen(
        String id, Channel channel, Optional<String> nativeId, Instant at, String place) {
      all.computeIfPresent(
          id,
          (same, probe) ->
              new Probe(
                  id,
                  probe.source(),
                  probe.sent(),
                  probe.failure(),
                  Optional.of(at),
                  Optional.of(place)));
    }

    @Override
    public Optional<Probe> find(String id) {
      return Optional.ofNullable(all.get(id));
    }

    @Override
    public Optional<Probe> last(String source) {
      return of(source, probe -> true).max(Comparator.comparing(Probe::sent));
    }

    @Override
    public Optional<Probe> lastArrived(String source) {
      return of(source, probe -> probe.arrived().isPresent())
          .max(Comparator.comparing(Probe::sent));
    }

    @Override
    public Optional<Instant> waitingSince(String source, Instant after) {
      return of(source, probe -> probe.arrived().isEmpty() && probe.failure().isEmpty())
          .map(Probe::sent)
          .filter(at -> at.isAfter(after))
          .min(Comparator.naturalOrder());
    }

    private Stream<Probe> of(String source, Predicate<Probe> such) {
      return all.values().stream().filter(probe -> probe.source().equals(source)).filter(such);
    }

    @Override
    public void forget(Instant before) {
      all.values().removeIf(probe -> probe.sent().isBefore(before));
    }

    @Override
    public String seal(String text) {
      return "sealed " + text;
    }
  }
}
