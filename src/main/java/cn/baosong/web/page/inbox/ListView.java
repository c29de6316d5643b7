package cn.baosong.web.page.inbox;

import cn.baosong.core.call.Unit;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.dossier.Masking;
import cn.baosong.core.submission.SubmissionState;
import cn.baosong.desk.Changes;
import cn.baosong.desk.Filters;
import cn.baosong.desk.Page;
import cn.baosong.desk.Place;
import cn.baosong.desk.Records.DossierLine;
import cn.baosong.desk.Records.SubmissionLine;
import cn.baosong.desk.Refusal;
import cn.baosong.desk.Window;
import cn.baosong.web.Registry;
import cn.baosong.web.WebOffice;
import cn.baosong.web.page.Cursor;
import cn.baosong.web.page.SinceChange;
import cn.baosong.web.page.Times;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Puts together what the inbox shows. */
@Component
class ListView {
  private static final int ROWS = 50;
  private static final int NEWS = 99;

  private final ListRows listed;
  private final SinceChange<Asking, Found> found;
  private final SinceChange<Asking, Integer> newer;
  private final SinceChange<String, ListPage.Notices> warnings;
  private final Registry registry;
  private final Tallies tallies;
  private final Changes changes;
  private final Times times;

  ListView(
      ListRows listed,
      Registry registry,
      Tallies tallies,
      Changes changes,
      NoticesView notices,
      WebOffice office,
      Times times) {
    this.listed = listed;
    this.found =
        new SinceChange<>(changes, asking -> listed.find(asking.filter(), asking.window()));
    this.newer =
        new SinceChange<>(changes, asking -> listed.count(asking.filter(), asking.window()));
    this.warnings = SinceChange.orSecond(changes, office.machine(), all -> notices.all());
    this.registry = registry;
    this.tallies = tallies;
    this.changes = changes;
    this.times = times;
  }

  /** The part of the list that somebody asks for: those who ask for the same get the same. */
  private record Asking(Filters.OfSubmissions filter, Window window) {}

  /** A page of the list; one that would begin before everything is the first page. */
  ListPage page(InboxQuery.Asked asked, Optional<Place> after, Optional<Place> before) {
    long since = changes.latest();
    Found rows = found.get(new Asking(asked.filter(), new Window(ROWS, after, before)));
    boolean none = after.isPresent() && rows.lines().items().isEmpty() && rows.slow().isEmpty();
    boolean early =
        before.isPresent() && rows.lines().previous().isEmpty() && rows.slow().isEmpty();
    return none || early
        ? page(asked, Optional.empty(), Optional.empty())
        : show(asked, since, rows);
  }

  private static String told(Refusal refusal) {
    return LocaleContextHolder.getLocale().getLanguage().equals("zh")
        ? refusal.chinese()
        : refusal.english();
  }

  /**
   * How many that the filter finds have come in since a place of the list; counted to a hundred.
   */
  int newer(InboxQuery.Asked asked, Place top) {
    return newer.get(new Asking(asked.filter(), Window.before(NEWS, top)));
  }

  private ListPage show(InboxQuery.Asked asked, long since, Found found) {
    Filters.OfSubmissions filter = asked.filter();
    List<ListPage.Row> rows = rows(found);
    Optional<Map<SubmissionState, Long>> counts = tallies.submissions(filter);
    Map<DossierState, Long> dossiers = tallies.dossiers();
    long second = tallies.second();
    ListPage.Notices warnings = this.warnings.get("");
    String seen =
        Integer.toHexString(
            Objects.hash(rows, counts, dossiers, second, NoticesView.still(warnings)));
    return new ListPage(
        asked.form(),
        filter.state(),
        times.now(),
        seen,
        since,
        rows,
        edges(asked.form(), found.lines()),
        outside(filter, counts),
        counts,
        dossiers,
        second,
        warnings,
        found.slow().map(ListView::told));
  }

  private static ListPage.Edges edges(InboxForm form, Page<SubmissionLine> lines) {
    return new ListPage.Edges(
        lines.items().stream()
            .findFirst()
            .map(line -> Cursor.write(new Place(line.registered(), line.number().value()))),
        lines.previous().map(place -> form.at("/", "before", Cursor.write(place))),
        lines.next().map(place -> form.at("/", "cursor", Cursor.write(place))),
        lines.previous().isEmpty());
  }

  private Optional<Long> outside(
      Filters.OfSubmissions filter, Optional<Map<SubmissionState, Long>> counts) {
    if (filter.isAll()) {
      return Optional.of(0L);
    }
    return counts.flatMap(
        inside ->
            tallies
                .submissions(Filters.OfSubmissions.ALL)
                .map(all -> sum(all) - shown(inside, filter.state())));
  }

  private static long shown(Map<SubmissionState, Long> inside, Optional<SubmissionState> state) {
    return state.map(s -> inside.getOrDefault(s, 0L)).orElseGet(() -> sum(inside));
  }

  private static long sum(Map<SubmissionState, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  List<ListPage.Row> rows(List<SubmissionLine> lines) {
    return rows(listed.around(new Page<>(lines, Optional.empty())));
  }

  private List<ListPage.Row> rows(Found found) {
    return found.lines().items().stream().map(line -> row(line, found)).toList();
  }

  private ListPage.Row row(SubmissionLine line, Found found) {
    List<DossierLine> filed = found.filed().getOrDefault(line.number(), List.of());
    return new ListPage.Row(
        line.number().value(),
        line.publicId(),
        times.received(line.arrival()),
        line.arrival().received().source(),
        line.arrival().received().trust().name(),
        line.arrival().channel().name(),
        Masking.text(line.arrival().name()),
        registry
            .unit(line.unit())
            .map(Unit::name)
            .or(() -> line.unit().map(Object::toString))
            .orElse(""),
        registry
            .call(line.call())
            .map(c -> c.heading().title())
            .or(() -> line.call().map(Object::toString))
            .orElse(""),
        line.state(),
        line.sealed(),
        line.unscannedSince().isPresent(),
        line.unverified(),
        filed.size(),
        filed.stream()
            .collect(
                Collectors.groupingBy(d -> d.state().name(), TreeMap::new, Collectors.counting())),
        filed.stream().map(DossierLine::number).filter(found.second()::contains).count());
  }
}
