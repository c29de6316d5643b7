package cn.baosong.web.page.desk;

import cn.baosong.core.call.CallId;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.dossier.Handling;
import cn.baosong.core.notice.LetterState;
import cn.baosong.core.submission.SubmissionState;
import cn.baosong.desk.Failures;
import cn.baosong.desk.Filters;
import cn.baosong.desk.Mailings;
import cn.baosong.desk.MissingUnits;
import cn.baosong.desk.Page;
import cn.baosong.desk.PendingRulings;
import cn.baosong.desk.Records;
import cn.baosong.desk.Refusal;
import cn.baosong.desk.Senders;
import cn.baosong.desk.Shares.Share;
import cn.baosong.desk.Window;
import cn.baosong.web.page.Menu;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Counts what waits; each count is the number of rows that its link shows. */
@Component("deskTallies")
class Tallies {
  private static final List<SubmissionState> STUCK =
      List.of(
          SubmissionState.UNASSIGNED,
          SubmissionState.IN_REVIEW,
          SubmissionState.AWAITING_PARTS,
          SubmissionState.QUARANTINED,
          SubmissionState.UNREADABLE);

  private static final List<DossierState> UNDECIDED =
      List.of(
          DossierState.IN_REVIEW,
          DossierState.AWAITING_PAPER,
          DossierState.AWAITING_ELECTRONIC,
          DossierState.RETURNED);

  private final Records records;
  private final PendingRulings pending;
  private final Senders senders;
  private final Mailings mailings;
  private final Failures failures;
  private final MissingUnits missing;

  Tallies(
      Records records,
      PendingRulings pending,
      Senders senders,
      Mailings mailings,
      Failures failures,
      MissingUnits missing) {
    this.records = records;
    this.pending = pending;
    this.senders = senders;
    this.mailings = mailings;
    this.failures = failures;
    this.missing = missing;
  }

  /** Everything that waits for somebody, whatever call it belongs to. */
  List<Tally> waiting() {
    List<Tally> all = new ArrayList<>();
    Map<SubmissionState, Long> submissions = records.submissionCounts();
    STUCK.forEach(
        state ->
            all.add(
                Tally.of(
                    Menu.INBOX,
                    "submission-state." + state,
                    "/?state=" + state,
                    submissions.getOrDefault(state, 0L))));
    all.add(Tally.of(Menu.SENDERS, "menu.SENDERS", "/senders", senders.waiting().addresses()));
    Map<DossierState, Long> dossiers = records.dossierCounts();
    UNDECIDED.forEach(
        state ->
            all.add(
                Tally.of(
                    Menu.DOSSIERS,
                    "state." + state,
                    "/dossiers?state=" + state,
                    dossiers.getOrDefault(state, 0L))));
    all.add(Tally.of(Menu.DOSSIERS, "page.second", "/dossiers?second=true", pending.awaiting()));
    all.add(listed(Menu.PAPER, "desk.papers", "/paper?awaiting=true", papers()));
    all.add(letters(LetterState.DRAFT));
    all.add(letters(LetterState.WAITING));
    all.add(Tally.of(Menu.MAILINGS, "desk.tocall", "/mailings?state=TO_CALL", mailings.toCall()));
    all.add(
        listed(Menu.FAILURES, "menu.FAILURES", "/failures", failures.list(Optional.empty(), MOST)));
    return all;
  }

  /**
   * What came for a call.
   *
   * @param due whether units may still deliver
   */
  List<Tally> of(CallId call, Share share, boolean due) {
    List<Tally> all = new ArrayList<>();
    delivered(call)
        .ifPresent(n -> all.add(Tally.of(Menu.INBOX, "desk.delivered", "/?call=" + call, n)));
    for (DossierState state : DossierState.values()) {
      long many = Arrays.stream(Handling.values()).mapToLong(hand -> share.of(hand, state)).sum();
      if (many > 0) {
        String rows = "/dossiers?state=" + state + "&call=" + call;
        all.add(Tally.of(Menu.DOSSIERS, "state." + state, rows, many));
      }
    }
    if (due) {
      int silent = missing.of(call).lines().size();
      all.add(Tally.of(Menu.MISSING, "menu.MISSING", "/missing?call=" + call, silent));
    }
    return all;
  }

  private Optional<Long> delivered(CallId call) {
    Filters.OfSubmissions filter =
        new Filters.OfSubmissions(
            Optional.empty(), Optional.of(call), Optional.empty(), Optional.empty());
    try {
      return Optional.of(
          records.submissionCounts(filter).values().stream().mapToLong(Long::longValue).sum());
    } catch (Refusal tookTooLong) {
      return Optional.empty();
    }
  }

  private static final Window MOST = Window.first(Window.MOST);

  private Page<?> papers() {
    return records.papers(
        new Filters.OfPapers(Optional.empty(), Optional.empty(), Optional.empty(), true), MOST);
  }

  private Tally letters(LetterState state) {
    Filters.OfLetters filter =
        new Filters.OfLetters(Optional.empty(), Optional.of(state), Optional.empty());
    return listed(
        Menu.LETTERS,
        "desk.letters." + state,
        "/letters?state=" + state,
        records.letters(filter, MOST));
  }

  private static Tally listed(Menu room, String key, String href, Page<?> page) {
    return new Tally(room, key, href, page.items().size(), page.next().isPresent());
  }
}
