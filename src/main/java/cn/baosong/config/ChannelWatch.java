package cn.baosong.config;

import cn.baosong.core.submission.Outage;
import cn.baosong.desk.ChannelDesk;
import cn.baosong.desk.ChannelState;
import cn.baosong.desk.Probe;
import cn.baosong.desk.ProbeDesk;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Looks at the channels at a steady pace: sends the probes that are due, and keeps a meter of each
 * source, whoever described it.
 */
public final class ChannelWatch {
  private final ProbeDesk probes;
  private final ChannelDesk channels;
  private final OfficeClock clock;
  private final MultiGauge level;
  private final MultiGauge missing;
  private final MultiGauge unseen;
  private final MultiGauge age;
  private final MultiGauge roundTrip;
  private final MultiGauge outage;

  ChannelWatch(ProbeDesk probes, ChannelDesk channels, MeterRegistry registry, OfficeClock clock) {
    this.probes = probes;
    this.channels = channels;
    this.clock = clock;
    this.level =
        gauge(registry, "level", "0 well, 1 to be watched, 2 failed: the worst of its signs");
    this.missing = gauge(registry, "missing", "items held and not registered");
    this.unseen = gauge(registry, "unseen.seconds", "since the last look that succeeded");
    this.age = gauge(registry, "probe.age.seconds", "since the newest probe that arrived was sent");
    this.roundTrip = gauge(registry, "probe.roundtrip.seconds", "that the probe was on its way");
    this.outage = gauge(registry, "outage", "1 while it cannot be looked into");
  }

  private static MultiGauge gauge(MeterRegistry registry, String name, String told) {
    return MultiGauge.builder("baosong.source." + name).description(told).register(registry);
  }

  /** One look. */
  public void look() {
    probes.look();
    List<ChannelState> states = channels.all();
    register(level, states, state -> state.level().meter());
    register(missing, states, ChannelState::missing);
    register(
        outage, states, state -> state.outages().stream().anyMatch(ChannelWatch::lasts) ? 1 : 0);
    register(unseen, states, state -> seconds(state.source().lastLook(), clock.instant()));
    List<ChannelState> probed = states.stream().filter(s -> arrived(s).isPresent()).toList();
    Instant now = clock.machine().instant();
    register(age, probed, state -> seconds(arrived(state).map(Probe::sent), now));
    register(
        roundTrip,
        probed,
        state -> arrived(state).flatMap(Probe::roundTrip).map(Duration::toMillis).orElse(0L) / 1e3);
  }

  private static boolean lasts(Outage outage) {
    return outage.ended().isEmpty();
  }

  private static Optional<Probe> arrived(ChannelState state) {
    return state.probe().flatMap(ProbeDesk.State::arrived);
  }

  private static double seconds(Optional<Instant> since, Instant now) {
    return since.map(at -> Duration.between(at, now).toMillis() / 1e3).orElse(Double.NaN);
  }

  private static void register(
      MultiGauge gauge, List<ChannelState> states, ToDoubleFunction<ChannelState> value) {
    gauge.register(
        states.stream()
            .map(
                state ->
                    Row.of(
                        Tags.of(
                            "source",
                            state.source().name(),
                            "channel",
                            state.source().channel().code()),
                        value.applyAsDouble(state)))
            .toList(),
        true);
  }
}
