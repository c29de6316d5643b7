package cn.baosong.web.page.inbox;

import cn.baosong.core.dossier.Masking;
import cn.baosong.core.notice.Letter;
import cn.baosong.core.notice.LetterState;
import cn.baosong.desk.CallFaults;
import cn.baosong.desk.Failures;
import cn.baosong.desk.Filters;
import cn.baosong.desk.Intake;
import cn.baosong.desk.Reconciliation;
import cn.baosong.desk.Records;
import cn.baosong.desk.ScreeningDesk;
import cn.baosong.desk.Screenings;
import cn.baosong.desk.Window;
import cn.baosong.web.WebOffice;
import cn.baosong.web.page.Times;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** What the inbox warns of: channels, calls, the scanner, refusals about to leave. */
@Component
class NoticesView {
  private static final int LEAVING = 200;
  private static final int NAMED = 20;

  private final Records records;
  private final CallFaults callFaults;
  private final Reconciliation reconciliation;
  private final Failures failures;
  private final Intake intake;
  private final ScreeningDesk screening;
  private final WebOffice office;
  private final Times times;

  NoticesView(
      Records records,
      CallFaults callFaults,
      Reconciliation reconciliation,
      Failures failures,
      Intake intake,
      ScreeningDesk screening,
      WebOffice office,
      Times times) {
    this.records = records;
    this.callFaults = callFaults;
    this.reconciliation = reconciliation;
    this.failures = failures;
    this.intake = intake;
    this.screening = screening;
    this.office = office;
    this.times = times;
  }

  ListPage.Notices all() {
    return new ListPage.Notices(
        new TreeMap<>(callFaults.faults()),
        intake.closed(),
        Optional.of(office.offset())
            .filter(o -> !o.isZero())
            .map(o -> times.moment(office.clock().instant()).substring(0, 10)),
        reconciliation.sources().stream().map(NoticesView::shown).toList(),
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
            .filter(i -> !i.underway())
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
        letter.folder(),
        Masking.text(letter.addressee()),
        times.moment(letter.written().plus(letter.hold())).substring(11, 16));
  }

  /** The warnings without what changes at every look. */
  static List<Object> still(ListPage.Notices notices) {
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
