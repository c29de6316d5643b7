package cn.baosong.desk;

import cn.baosong.core.submission.Channel;
import cn.baosong.core.submission.Outage;
import cn.baosong.desk.ChannelState.Sign;
import cn.baosong.desk.Reconciliation.Line;
import cn.baosong.desk.Reconciliation.Source;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Judges the sources of all channels: every item that one holds is registered, or a sign is up
 * (faults.md, P2).
 */
public final class ChannelDesk {
  /** An item that nothing hinders is registered within this time. */
  private static final Duration PROMPT = Duration.ofMinutes(10);

  private static final int OUTAGES = 200;
  private static final int SHOWN = 5;

  private final Reconciliation sources;
  private final MailFolders memory;
  private final ProbeDesk probes;
  private final SilenceRule silence;
  private final Audit audit;
  private final Clock clock;
  private final Clock machine;
  private final Instant started;

  /**
   * @param silence with the office's clock, by which sources tell their times
   * @param machine real time
   */
  public ChannelDesk(
      Reconciliation sources,
      MailFolders memory,
      ProbeDesk probes,
      SilenceRule silence,
      Audit audit,
      Clock machine) {
    this.sources = sources;
    this.probes = probes;
    this.silence = silence;
    this.memory = memory;
    this.audit = audit;
    this.clock = silence.clock();
    this.machine = machine;
    this.started = machine.instant();
  }

  /** Every source of every channel. */
  public List<ChannelState> all() {
    List<Outage> outages = memory.outages(OUTAGES);
    return sources.sources().stream().map(source -> state(source, outages)).toList();
  }

  /** Those of one channel. */
  public List<ChannelState> of(Channel channel) {
    return all().stream().filter(state -> state.source().channel() == channel).toList();
  }

  private ChannelState state(Source source, List<Outage> outages) {
    Optional<ProbeDesk.State> probe = source.line().probe().map(probes::of);
    List<Sign> signs = new ArrayList<>(signs(source));
    probe.ifPresent(state -> signs.addAll(signs(source, state)));
    return new ChannelState(
        source,
        signs,
        probe.filter(state -> state.last().isPresent()),
        source.lastLook(),
        outages.stream().filter(o -> o.source().equals(source.name())).limit(SHOWN).toList());
  }

  private List<Sign> signs(Source source) {
    List<Sign> signs = new ArrayList<>();
    Line line = source.line();
    boolean missing = source.difference().stream().anyMatch(item -> item.tries() > 0);
    if (line.trouble().isPresent()) {
      signs.add(Sign.UNREACHABLE);
    } else if (source.error().isPresent() && !missing) {
      signs.add(Sign.FAULTY);
    } else if (isUnseen(source)) {
      signs.add(Sign.UNSEEN);
    } else if (line.failures() > 0) {
      signs.add(Sign.FALTERING);
    }
    if (missing) {
      signs.add(Sign.MISSING);
    } else if (source.difference().stream().anyMatch(this::isLate)) {
      signs.add(Sign.LATE);
    }
    if (line.insecure()) {
      signs.add(Sign.IN_CLEAR);
    }
    return signs;
  }

  private List<Sign> signs(Source source, ProbeDesk.State probe) {
    List<Sign> signs = new ArrayList<>();
    if (probe.failure().isPresent()) {
      signs.add(Sign.PROBE_UNSENT);
    }
    if (probe.lost()) {
      signs.add(Sign.PROBE_LOST);
    } else if (probe.arrived().flatMap(Probe::place).filter(at -> !at.isEmpty()).isPresent()) {
      signs.add(Sign.PROBE_IN_JUNK);
    }
    boolean silent = source.line().lastArrival().filter(silence::isSilent).isPresent();
    if (silent && probe.arrived().isEmpty()) {
      signs.add(Sign.SILENT);
    }
    return signs;
  }

  private boolean isUnseen(Source source) {
    Duration running = Duration.between(started, machine.instant());
    Duration since =
        source.lastLook().map(last -> Duration.between(last, clock.instant())).orElse(running);
    Duration silent = since.compareTo(running) < 0 ? since : running;
    return silent.compareTo(source.line().unseen()) > 0;
  }

  /** What its source lets wait by rule, such as an upload that still grows, has no key. */
  private boolean isLate(Reconciliation.Item item) {
    Optional<Instant> since =
        item.key().filter(key -> !item.underway()).flatMap(key -> item.since());
    return since.filter(at -> at.isBefore(clock.instant().minus(PROMPT))).isPresent();
  }

  /**
   * Sends a probe through a source at once, and keeps who asked.
   *
   * @return what became of it; empty where none can be sent through it
   */
  public Optional<Probe> probe(String source, String by) {
    Optional<Probe> sent =
        sources.sources().stream()
            .filter(known -> known.name().equals(source))
            .findFirst()
            .flatMap(known -> known.line().probe())
            .flatMap(probes::send);
    sent.ifPresent(probe -> audit.note(source, new Act(Act.Kind.PROBE_ASKED, by, probe.id())));
    return sent;
  }

  /** Whether a probe can be sent through a source. */
  public boolean canProbe(Source source) {
    return source.line().probe().filter(probes::canProbe).isPresent();
  }

  /**
   * Has an item fetched again at once, and keeps who asked.
   *
   * @return whether its source holds it unregistered
   */
  public boolean refetch(String source, String key, String by) {
    boolean known = sources.refetch(source, key);
    if (known) {
      audit.note(key, new Act(Act.Kind.REFETCH_ASKED, by, source));
    }
    return known;
  }
}
