package cn.baosong.web.page;

import cn.baosong.core.call.Unit;
import cn.baosong.core.notice.Letter;
import cn.baosong.core.notice.LetterState;
import cn.baosong.core.submission.SubmissionNumber;
import cn.baosong.core.submission.SubmissionState;
import cn.baosong.desk.CallFaults;
import cn.baosong.desk.Failures;
import cn.baosong.desk.Filters;
import cn.baosong.desk.Intake;
import cn.baosong.desk.Page;
import cn.baosong.desk.Place;
import cn.baosong.desk.Reconciliation;
import cn.baosong.desk.Records;
import cn.baosong.desk.Records.DossierLine;
import cn.baosong.desk.Records.SubmissionLine;
import cn.baosong.desk.ScreeningDesk;
import cn.baosong.desk.Screenings;
import cn.baosong.desk.Window;
import cn.baosong.web.Masking;
import cn.baosong.web.Registry;
import cn.baosong.web.WebOffice;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts together what the first page shows. */
@Component
class ListView {
  private static final int ROWS = 50;
  private static final int LEAVING = 200;
  private static final int NAMED = 20;

  private final Records records;
  private final Registry registry;
  private final CallFaults callFaults;
  private final Reconciliation reconciliation;
  private final Failures failures;
  private final Intake intake;
  private final ScreeningDesk screening;
  private final WebOffice office;
  private final Times times;

  ListView(
      Records records,
      Registry registry,
      CallFaults callFaults,
      Reconciliation reconciliation,
      Failures failures,
      Intake intake,
      ScreeningDesk screening,
      WebOffice office,
      Times times) {
    this.records = records;
    this.registry = registry;
    this.callFaults = callFaults;
    this.reconciliation = reconciliation;
    this.failures = failures;
    this.intake = intake;
    this.screening = screening;
    this.office = office;
    this.times = times;
  }

  ListPage page(Optional<SubmissionState> state, Optional<Place> after) {
    Page<SubmissionLine> lines =
        records.submissions(
            new Filters.OfSubmissions(state, Optional.empty(), Optional.empty(), Optional.empty()),
            new Window(ROWS, after));
    List<ListPage.Row> rows = rows(lines.items());
    Map<SubmissionState, Long> counts = new TreeMap<>(records.submissionCounts());
    long total = counts.values().stream().mapToLong(Long::longValue).sum();
    long outside = state.map(s -> total - counts.getOrDefault(s, 0L)).orElse(0L);
    ListPage.Notices notices = notices();
    Map<cn.baosong.core.dossier.DossierState, Long> dossiers =
        new TreeMap<>(records.dossierCounts());
    String seen =
        Integer.toHexString(java.util.Objects.hash(rows, counts, dossiers, still(notices)));
    return new ListPage(
        state,
        times.now(),
        seen,
        rows,
        total,
        outside,
        lines.next().map(Cursor::write),
        counts,
        dossiers,
        notices);
  }

  private List<ListPage.Row> rows(List<SubmissionLine> lines) {
    Map<SubmissionNumber, List<DossierLine>> filed =
        records.dossiersOf(lines.stream().map(SubmissionLine::number).toList());
    return lines.stream()
        .map(line -> row(line, filed.getOrDefault(line.number(), List.of())))
        .toList();
  }

  private ListPage.Row row(SubmissionLine line, List<DossierLine> filed) {
    return new ListPage.Row(
        line.number().value(),
        line.publicId(),
        times.received(line.arrival()),
        line.arrival().received().source(),
        line.arrival().received().trust().name(),
        line.arrival().channel().name(),
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
        filed.size(),
        filed.stream()
            .collect(
                Collectors.groupingBy(d -> d.state().name(), TreeMap::new, Collectors.counting())));
  }

  private ListPage.Notices notices() {
    return new ListPage.Notices(
        new TreeMap<>(callFaults.faults()),
        intake.closed(),
        Optional.of(office.offset())
            .filter(o -> !o.isZero())
            .map(o -> times.moment(office.clock().instant()).substring(0, 10)),
        reconciliation.sources().stream().map(ListView::shown).toList(),
        leaving(),
        scanner(),
        failures.list(Optional.empty(), Window.first(Window.MOST)).items().stream()
            .filter(Failures.Failure::parked)
            .count());
  }

  /** The first of what waits, by name; programs read the whole. */
  private static Reconciliation.Source shown(Reconciliation.Source source) {
    return new Reconciliation.Source(
        source.name(),
        source.channel(),
        source.lastLook(),
        source.error(),
        source.held(),
        source.registered(),
        source.difference().stream()
            .limit(NAMED)
            .map(i -> new Reconciliation.Item(Masking.text(i.name()), i.reason(), i.since()))
            .toList());
  }

  private ListPage.Scanner scanner() {
    Screenings.Waiting waiting = screening.waiting();
    return new ListPage.Scanner(
        screening.isConfigured(),
        screening.trouble().map(t -> shown(t.since())),
        waiting.count(),
        waiting.since().map(this::shown));
  }

  /** Real time as the office's clock would have shown it. */
  private String shown(Instant real) {
    return times.moment(real.plus(office.offset()));
  }

  private List<ListPage.Leaving> leaving() {
    Filters.OfLetters waiting =
        new Filters.OfLetters(Optional.empty(), Optional.of(LetterState.WAITING), Optional.empty());
    return records.letters(waiting, Window.first(LEAVING)).items().stream()
        .filter(letter -> !letter.hold().isZero())
        .map(this::leaving)
        .toList();
  }

  private ListPage.Leaving leaving(Letter letter) {
    return new ListPage.Leaving(
        letter.id(),
        letter.title(),
        letter.submission().value(),
        Masking.text(letter.addressee()),
        times.moment(letter.written().plus(letter.hold())).substring(11, 16));
  }

  /** The warnings without what changes at every look. */
  private static List<Object> still(ListPage.Notices notices) {
    List<Object> sources =
        notices.sources().stream()
            .<Object>map(s -> List.of(s.name(), s.error(), s.held(), s.registered()))
            .toList();
    return List.of(
        notices.brokenCalls(),
        notices.closed().isPresent(),
        notices.offset(),
        sources,
        notices.leaving(),
        notices.scanner(),
        notices.parked());
  }
}
