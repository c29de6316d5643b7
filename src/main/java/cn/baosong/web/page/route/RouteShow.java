package cn.baosong.web.page.route;

import cn.baosong.core.dossier.Masking;
import cn.baosong.desk.Routes.Mishap;
import cn.baosong.desk.Routes.Route;
import cn.baosong.desk.route.Idle;
import cn.baosong.desk.route.RouteDesk;
import cn.baosong.desk.route.RouteFault;
import cn.baosong.desk.route.RouteFiles;
import cn.baosong.web.WebOffice;
import cn.baosong.web.page.Times;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The routes in the words and times of a reader. */
@Component
public final class RouteShow {
  private static final int SHORT = 12;
  private static final int HOUR = 6;
  private static final int SPARK_STEP = 4;
  private static final int SPARK_HEIGHT = 22;
  private static final int DAY_STEP = 5;
  private static final int DAY_HEIGHT = 80;

  private final RouteDesk desk;
  private final RouteFiles files;
  private final WebOffice office;
  private final Times times;

  RouteShow(RouteDesk desk, RouteFiles files, WebOffice office, Times times) {
    this.desk = desk;
    this.files = files;
    this.office = office;
    this.times = times;
  }

  /** The routes that should run and do not. */
  public List<RouteRow.IdleRow> idle() {
    return desk.idle().stream().map(this::shown).toList();
  }

  /** Why files of routes/ that were edited do not run. */
  public List<RouteFault> faults() {
    return files.faults().stream()
        .map(
            fault ->
                new RouteFault(
                    fault.file(),
                    fault.line(),
                    fault.problem(),
                    fault.about(),
                    Masking.text(fault.told())))
        .toList();
  }

  /** The files as they run, against those that lie in the folder. */
  List<FileRow> files() {
    return files.files().stream()
        .map(
            file ->
                new FileRow(
                    file.name(),
                    file.digest().map(digest -> digest.substring(0, SHORT)),
                    file.standing() == RouteFiles.Standing.ADDED ? "" : at(file.since()),
                    file.standing().name()))
        .toList();
  }

  /**
   * A file of routes/.
   *
   * @param digest the beginning of it
   * @param since when this version was taken, as people read it
   */
  public record FileRow(String name, Optional<String> digest, String since, String standing) {}

  /** The lines that packages pass, and the routes that look at something now and then. */
  Map<String, List<RouteRow>> lines() {
    Map<String, RouteRow.IdleRow> idle = byId();
    Lines lines = new Lines(desk.all());
    return Map.of(
        "carrying", rows(lines.carrying(), idle), "watching", rows(lines.watching(), idle));
  }

  Optional<RouteRow> one(String id) {
    return desk.find(id).map(route -> row(new Lines.Placed(route, 0), byId()));
  }

  /** Ids of the routes that hand on to this one. */
  List<String> callers(String id) {
    return desk.all().stream()
        .filter(route -> route.place().calls().contains(id))
        .map(Route::id)
        .toList();
  }

  /** The whole day of a route, drawn large. */
  Chart day(String id) {
    return Chart.of(desk.find(id).orElseThrow(RouteActs::noRoute).day(), DAY_STEP, DAY_HEIGHT);
  }

  /** Real time as the office's clock would have shown it. */
  String at(Instant real) {
    return times.moment(real.plus(office.offset()));
  }

  private Map<String, RouteRow.IdleRow> byId() {
    return idle().stream().collect(Collectors.toMap(RouteRow.IdleRow::id, Function.identity()));
  }

  private List<RouteRow> rows(List<Lines.Placed> placed, Map<String, RouteRow.IdleRow> idle) {
    return placed.stream().map(each -> row(each, idle)).toList();
  }

  private RouteRow row(Lines.Placed placed, Map<String, RouteRow.IdleRow> idle) {
    Route route = placed.route();
    return new RouteRow(
        route.id(),
        placed.depth(),
        RouteWords.inTheirs(route.description()),
        route.state(),
        route.isRunning() ? "good" : "failed",
        route.counts(),
        route.lastCompleted().map(this::at),
        route.lastFailure().map(this::failed),
        route.origin(),
        Chart.of(route.day().joined(HOUR), SPARK_STEP, SPARK_HEIGHT),
        route.day().done(),
        route.day().failed(),
        Optional.ofNullable(idle.get(route.id())));
  }

  private RouteRow.Failed failed(Mishap last) {
    return new RouteRow.Failed(at(last.at()), last.trouble().name(), Masking.text(last.told()));
  }

  private RouteRow.IdleRow shown(Idle idle) {
    return new RouteRow.IdleRow(
        idle.id(),
        idle.state(),
        at(idle.since()),
        idle.halt().map(Idle.Halt::by),
        idle.halt().map(Idle.Halt::reason).orElse(""),
        idle.forgotten());
  }
}
