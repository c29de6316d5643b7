package cn.baosong.config;

import cn.baosong.camel.ClockWatch;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.submission.Channel;
import cn.baosong.core.submission.SubmissionState;
import cn.baosong.desk.Act;
import cn.baosong.desk.Backlog;
import cn.baosong.desk.Backlog.Waiting;
import cn.baosong.desk.CallFaults;
import cn.baosong.desk.Calls;
import cn.baosong.desk.ChainDesk;
import cn.baosong.desk.Intake;
import cn.baosong.desk.MailFolders;
import cn.baosong.desk.Records;
import cn.baosong.store.DiskRoom;
import cn.baosong.store.Journal;
import cn.baosong.store.SqlStateCounts;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Meters by channel, state and step; {@link ChannelWatch} adds those of each source, Camel those of
 * each route, {@link RouteWiring} those that stand. Labels are of closed lists, never of what a
 * sender writes.
 */
@Configuration(proxyBeanMethods = false)
class OfficeMetrics {
  private static final int OUTAGES = 200;

  @Bean
  MeterBinder arrivals(SqlStateCounts counts) {
    Recent<Map<Channel, Long>> arrived = new Recent<>(counts::arrivals);
    return registry -> {
      for (Channel channel : Channel.values()) {
        FunctionCounter.builder(
                "baosong.arrivals", arrived, all -> all.get().getOrDefault(channel, 0L))
            .description("registered arrivals")
            .tag("channel", channel.code())
            .register(registry);
      }
      Gauge.builder("baosong.counts.drift", counts, SqlStateCounts::drift)
          .description("records that the last comparison found counted wrongly, and mended")
          .register(registry);
    };
  }

  @Bean
  MeterBinder states(Records records) {
    Recent<Map<SubmissionState, Long>> submissions = new Recent<>(records::submissionCounts);
    Recent<Map<DossierState, Long>> dossiers = new Recent<>(records::dossierCounts);
    return registry -> {
      for (SubmissionState state : SubmissionState.values()) {
        Gauge.builder("baosong.submissions", submissions, all -> all.get().getOrDefault(state, 0L))
            .description("submissions in a state")
            .tag("state", state.name())
            .register(registry);
      }
      for (DossierState state : DossierState.values()) {
        Gauge.builder("baosong.dossiers", dossiers, all -> all.get().getOrDefault(state, 0L))
            .description("dossiers in a state")
            .tag("state", state.name())
            .register(registry);
      }
    };
  }

  @Bean
  MeterBinder steps(Backlog backlog) {
    Recent<Map<Backlog.Step, Waiting>> waiting = new Recent<>(backlog::steps);
    return registry -> {
      for (Backlog.Step step : Backlog.Step.values()) {
        Step of = new Step(registry, waiting, step);
        of.gauge("waiting", "rows that are due and not done", "", Waiting::count);
        of.gauge(
            "oldest",
            "that the first of them has waited",
            "seconds",
            rows -> rows.oldest().toMillis() / 1e3);
        of.gauge("failing", "rows whose last try failed", "", Waiting::failing);
        of.gauge("parked", "rows that wait for a person to try again", "", Waiting::parked);
      }
    };
  }

  private record Step(
      MeterRegistry registry, Recent<Map<Backlog.Step, Waiting>> waiting, Backlog.Step step) {
    void gauge(String name, String told, String unit, ToDoubleFunction<Waiting> value) {
      Gauge.builder(
              "baosong.step." + name,
              waiting,
              all -> value.applyAsDouble(all.get().getOrDefault(step, Waiting.NONE)))
          .description(told)
          .baseUnit(unit.isEmpty() ? null : unit)
          .tag("step", step.name().toLowerCase(Locale.ROOT))
          .register(registry);
    }
  }

  @Bean
  MeterBinder outages(MailFolders memory) {
    Recent<Long> open =
        new Recent<>(
            () -> memory.outages(OUTAGES).stream().filter(o -> o.ended().isEmpty()).count());
    return registry ->
        Gauge.builder("baosong.outages.open", open, Recent::get)
            .description("sources that cannot be looked into now")
            .register(registry);
  }

  @Bean
  MeterBinder callMeters(Calls calls, CallFaults faults) {
    return registry -> {
      Gauge.builder("baosong.calls.live", calls, all -> all.live().size())
          .description("calls that are in force")
          .register(registry);
      Gauge.builder("baosong.calls.broken", faults, all -> all.faults().size())
          .description("edited calls that take no effect for their faults")
          .register(registry);
    };
  }

  /** Whether the office can keep what it takes in. */
  @Bean
  MeterBinder durability(Journal journal, Intake intake, DiskRoom room) {
    return registry -> {
      Gauge.builder("baosong.journal.healthy", journal, j -> j.healthy() ? 1 : 0)
          .description("whether acts reach the disk; nothing leaves the office while it is 0")
          .register(registry);
      for (Act.Kind kind : Act.Kind.values()) {
        FunctionCounter.builder("baosong.acts", journal, j -> j.written(kind))
            .description("acts journaled since the start")
            .tag("kind", kind.name())
            .register(registry);
      }
      Gauge.builder("baosong.intake.open", intake, i -> i.closed().isPresent() ? 0 : 1)
          .description("whether anything is taken in")
          .register(registry);
      Gauge.builder("baosong.disk.usable", room, DiskRoom::usable)
          .description("bytes that may still be written, on the fullest of the office's disks")
          .baseUnit("bytes")
          .register(registry);
    };
  }

  @Bean
  MeterBinder chainMeters(ChainDesk chain) {
    return registry ->
        Gauge.builder(
                "baosong.chain.faults",
                chain,
                c -> c.state().last().map(d -> d.proof().faults().size() + 0.0).orElse(Double.NaN))
            .description("that the last proof of the chain found; no number before the first")
            .register(registry);
  }

  @Bean
  MeterBinder clockMeters(ClockWatch watch, OfficeClock clock) {
    return registry -> {
      Gauge.builder("baosong.clock.offset", clock, c -> c.offset().toMillis() / 1e3)
          .description("by which the office's clock is set apart from the machine's")
          .baseUnit("seconds")
          .register(registry);
      Gauge.builder("baosong.clock.doubted", watch, w -> w.doubt().isPresent() ? 1 : 0)
          .description("whether the machine's clock contradicts itself or a provider")
          .register(registry);
    };
  }
}
