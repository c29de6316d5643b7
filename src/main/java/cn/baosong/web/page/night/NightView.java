package cn.baosong.web.page.night;

import cn.baosong.core.call.CallId;
import cn.baosong.core.call.Unit;
import cn.baosong.core.submission.Interval;
import cn.baosong.desk.CallFaults;
import cn.baosong.desk.Changes;
import cn.baosong.desk.Window;
import cn.baosong.desk.night.FreezeDesk;
import cn.baosong.desk.night.Night;
import cn.baosong.desk.night.NightDesk;
import cn.baosong.desk.night.Tardy;
import cn.baosong.desk.night.Timing;
import cn.baosong.web.Registry;
import cn.baosong.web.WebOffice;
import cn.baosong.web.api.ChannelShow;
import cn.baosong.web.page.Glance;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Puts a night together, once for all who look at it. */
@Component
class NightView {
  static final int ROWS = 50;

  /** What the bars show. */
  private static final Duration SHOWN = Duration.ofHours(2);

  /** How long behind the end the bars go on. */
  private static final Duration BEHIND = Duration.ofHours(1);

  /** So that the line of the end is seen. */
  private static final Duration MARGIN = Duration.ofMinutes(4);

  private final NightDesk desk;
  private final FreezeDesk freeze;
  private final CallFaults faults;
  private final ChannelShow channels;
  private final Registry registry;
  private final Changes changes;
  private final WebOffice office;
  private final Map<CallId, Glance<NightShown>> glances = new ConcurrentHashMap<>();

  NightView(
      NightDesk desk,
      FreezeDesk freeze,
      CallFaults faults,
      ChannelShow channels,
      Registry registry,
      Changes changes,
      WebOffice office) {
    this.desk = desk;
    this.freeze = freeze;
    this.faults = faults;
    this.channels = channels;
    this.registry = registry;
    this.changes = changes;
    this.office = office;
  }

  NightShown of(CallId call) {
    if (registry.call(Optional.of(call)).isEmpty()) {
      throw NightDesk.none(call);
    }
    return glances
        .computeIfAbsent(call, id -> new Glance<>(changes, office.machine(), () -> look(id)))
        .get();
  }

  private NightShown look(CallId call) {
    Night night = desk.of(call);
    Interval shown = shown(night);
    return new NightShown(
        night,
        Bars.of(shown, desk.arrivals(call, shown), night.endings(), night.outages()),
        channels.all(),
        rows(call, Timing.LATE, Timing.PART_LATE),
        rows(call, Timing.UNDETERMINED),
        faults.faults().getOrDefault(call.value(), List.of()),
        freeze.of(call).isPresent());
  }

  /** Two hours until now, or until the end when it is near; afterwards those around the end. */
  private static Interval shown(Night night) {
    Instant strictest = night.next().ends().earliest();
    Instant end = night.next().ends().latest().plus(BEHIND);
    boolean near = night.asOf().isBefore(strictest) && night.asOf().plus(BEHIND).isAfter(strictest);
    Instant now = near ? strictest.plus(MARGIN) : night.asOf();
    Instant until = now.isBefore(end) ? now : end;
    Instant minute = until.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
    return new Interval(minute.minus(SHOWN), minute);
  }

  private List<TardyRow> rows(CallId call, Timing... timings) {
    return Stream.of(timings)
        .flatMap(t -> desk.tardy(call, t, Window.first(ROWS)).items().stream())
        .limit(ROWS)
        .map(this::row)
        .toList();
  }

  TardyRow row(Tardy tardy) {
    Optional<Unit> unit = registry.unit(Optional.of(tardy.dossier().unit()));
    return TardyRow.of(tardy, unit.map(Unit::name).orElseGet(() -> tardy.dossier().unit().value()));
  }
}
