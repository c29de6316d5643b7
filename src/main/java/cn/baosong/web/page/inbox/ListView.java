package cn.baosong.web.page.inbox;

import cn.baosong.core.call.Unit;
import cn.baosong.core.dossier.DossierNumber;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.dossier.Masking;
import cn.baosong.core.submission.SubmissionNumber;
import cn.baosong.core.submission.SubmissionState;
import cn.baosong.desk.Changes;
import cn.baosong.desk.Filters;
import cn.baosong.desk.Page;
import cn.baosong.desk.PendingRulings;
import cn.baosong.desk.Place;
import cn.baosong.desk.Records;
import cn.baosong.desk.Records.DossierLine;
import cn.baosong.desk.Records.SubmissionLine;
import cn.baosong.desk.Refusal;
import cn.baosong.desk.Window;
import cn.baosong.web.Registry;
import cn.baosong.web.page.Cursor;
import cn.baosong.web.page.Times;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Puts together what the inbox shows. */
@Component
class ListView {
  private static final int ROWS = 50;
  private static final int NEWS = 99;

  private final Records records;
  private final Registry registry;
  private final Tallies tallies;
  private final PendingRulings pending;
  private final Changes changes;
  private final NoticesView notices;
  private final Times times;

  ListView(
      Records records,
      Registry registry,
      Tallies tallies,
      PendingRulings pending,
      Changes changes,
      NoticesView notices,
      Times times) {
    this.records = records;
    this.registry = registry;
    this.tallies = tallies;
    this.pending = pending;
    this.changes = changes;
    this.notices = notices;
    this.times = times;
  }

  /** A page of the list; one that would begin before everything is the first page. */
  ListPage page(InboxQuery.Asked asked, Optional<Place> after, Optional<Place> before) {
    long since = changes.latest();
    try {
      Window window = new Window(ROWS, after, before);
      Page<SubmissionLine> lines = records.submissions(asked.filter(), window);
      boolean none = after.isPresent() && lines.items().isEmpty();
      if (none || (before.isPresent() && lines.previous().isEmpty())) {
        return page(asked, Optional.empty(), Optional.empty());
      }
      return show(asked, since, lines, Optional.empty());
    } catch (Refusal tookTooLong) {
      Page<SubmissionLine> nothing = new Page<>(List.of(), Optional.empty());
      return show(asked, since, nothing, Optional.of(told(tookTooLong)));
    }
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
    return records.submissions(asked.filter(), Window.before(NEWS, top)).items().size();
  }

  private ListPage show(
      InboxQuery.Asked asked, long since, Page<SubmissionLine> lines, Optional<String> slow) {
    Filters.OfSubmissions filter = asked.filter();
    List<ListPage.Row> rows = rows(lines.items());
    Optional<Map<SubmissionState, Long>> counts = tallies.submissions(filter);
    Map<DossierState, Long> dossiers = tallies.dossiers();
    long second = tallies.second();
    ListPage.Notices warnings = notices.all();
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
        edges(asked.form(), lines),
        outside(filter, counts),
        counts,
        dossiers,
        second,
        warnings,
        slow);
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
    Map<SubmissionNumber, List<DossierLine>> filed =
        records.dossiersOf(lines.stream().map(SubmissionLine::number).toList());
    Set<DossierNumber> second =
        tallies.second() == 0
            ? Set.of()
            : pending
                .awaiting(
                    filed.values().stream().flatMap(List::stream).map(DossierLine::number).toList())
                .keySet();
    return lines.stream()
        .map(line -> row(line, filed.getOrDefault(line.number(), List.of()), second))
        .toList();
  }

  private ListPage.Row row(
      SubmissionLine line, List<DossierLine> filed, Set<DossierNumber> second) {
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
        filed.stream().map(DossierLine::number).filter(second::contains).count());
  }
}
