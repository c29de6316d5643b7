package cn.baosong.desk;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.Unit;
import cn.baosong.core.call.WorkingDays;
import cn.baosong.core.decision.Decision;
import cn.baosong.core.decision.Judgement;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierNumber;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.dossier.PaperRecord;
import cn.baosong.core.notice.Background;
import cn.baosong.core.notice.Case;
import cn.baosong.core.notice.Cover;
import cn.baosong.core.notice.Delivery;
import cn.baosong.core.notice.Letter;
import cn.baosong.core.notice.LetterKind;
import cn.baosong.core.notice.LetterNumbering;
import cn.baosong.core.notice.LetterState;
import cn.baosong.core.notice.LetterWriter;
import cn.baosong.core.notice.Occasion;
import cn.baosong.core.notice.Transfer;
import cn.baosong.core.submission.Receipt;
import cn.baosong.core.submission.Sender;
import cn.baosong.core.submission.Submission;
import cn.baosong.core.submission.SubmissionNumber;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Hops 6 and 7: writes letters into the outbox with the act they answer, prints those that are due.
 */
public final class LetterDesk implements RulingLetters {
  private final LetterWriter writer;
  private final Letters letters;
  private final Dossiers dossiers;
  private final Papers papers;
  private final UnitCalls unitCalls;
  private final Refusals refusals;
  private final LetterPress press;
  private final Calls calls;
  private final Units units;
  private final Speakers speakers;
  private final Submissions submissions;
  private final CorrectionTerms terms;
  private final Clock clock;

  /** The records that letters are made of, and that they become; and the lock on a case. */
  public record Books(
      Letters letters,
      Submissions submissions,
      Dossiers dossiers,
      Papers papers,
      UnitCalls unitCalls) {}

  public LetterDesk(
      LetterWriter writer,
      Books books,
      LetterPress press,
      Calls calls,
      Units units,
      Speakers speakers,
      WorkingDays workingDays,
      Clock clock,
      ZoneId zone) {
    this.writer = writer;
    this.letters = books.letters();
    this.submissions = books.submissions();
    this.dossiers = books.dossiers();
    this.papers = books.papers();
    this.unitCalls = books.unitCalls();
    this.refusals = new Refusals(letters);
    this.press = press;
    this.calls = calls;
    this.units = units;
    this.speakers = speakers;
    this.terms = new CorrectionTerms(dossiers, calls, workingDays, clock, zone);
    this.clock = clock;
  }

  /** 收件回执 for one arrival; the unit is known only where the place of arrival tells it. */
  public void acknowledge(Submission submission, Receipt arrival) {
    Optional<Call> call = submission.call().flatMap(calls::find);
    Delivery delivery = new Delivery(submission, arrival, call, unit(submission, arrival));
    post(writer.receipt(delivery, occasion()));
  }

  /** The same once it is known whose it is; only where none has gone to an address before. */
  public void acknowledgeOnce(Submission submission, Unit to) {
    boolean told =
        letters.of(submission.number()).stream()
            .anyMatch(l -> l.kind() == LetterKind.RECEIPT && !l.recipients().isEmpty());
    if (!told) {
      Optional<Call> call = submission.call().flatMap(calls::find);
      Optional<Unit> unit = Optional.of(speakers.reachable(to));
      post(writer.receipt(Delivery.of(submission, call, unit), occasion()));
    }
  }

  /** 收件回执 for a parcel, telling of whom nothing electronic has come. */
  public void acknowledgePaper(Submission parcel, String names) {
    post(writer.receiptOfPaper(delivery(parcel), names, occasion()));
  }

  /**
   * 移送告知 for a parcel that was sent on, to the unit whose it had been registered as.
   *
   * @param reason in the words of whoever sent it on
   */
  void transferred(PaperRecord before, Transfer.Whither whither, String reason) {
    Optional<Call> call = calls.find(before.call());
    Optional<Unit> unit = units.find(before.unit()).map(speakers::reachable);
    if (call.isPresent() && unit.isPresent()) {
      Transfer transfer =
          new Transfer(before, call.get(), unit.get(), whither, reason, clock.instant());
      post(writer.transfer(transfer, free(before.number().value())));
    }
  }

  /** A parcel may be moved more than once. */
  private String free(String number) {
    String id = number;
    for (int i = 2; letters.find(id).isPresent(); i++) {
      id = number + "-" + i;
    }
    return id;
  }

  /** What to send instead of a package that could not be opened; asked once of whom it reaches. */
  public void unreadable(Submission submission) {
    if (!submission.parts().isEmpty() && hasAsked(submission)) {
      return;
    }
    Delivery delivery = delivery(submission);
    post(writer.unreadable(delivery, delivery.call().flatMap(terms::due), occasion()));
  }

  private boolean hasAsked(Submission submission) {
    return letters.of(submission.number()).stream()
        .anyMatch(l -> l.kind() == LetterKind.CORRECTION && !l.recipients().isEmpty());
  }

  /** No more than that it must not come this way, and whom to speak to. */
  public void classified(Submission submission) {
    post(writer.classified(delivery(submission), occasion()));
  }

  /** That a person looks at it before it is opened any further. */
  public void held(Submission submission) {
    post(writer.held(delivery(submission), occasion()));
  }

  /**
   * That something came in a unit's name and nobody knows yet whether from it: told at its
   * registered addresses and at no other (faults.md X09).
   */
  public void unverified(Submission submission, Unit claimed) {
    Optional<Call> call = submission.call().flatMap(calls::find);
    post(
        writer.held(
            Delivery.of(submission, call, Optional.of(speakers.reachable(claimed))), occasion()));
  }

  /** That these papers are already here under another number. */
  public void duplicate(Submission submission, Submission first) {
    post(writer.duplicate(delivery(submission), first.number(), occasion()));
  }

  /**
   * All letters that a judgement comes to, one a submission and kind; what was told already is not
   * told again.
   */
  public void tell(Judgement judgement) {
    writer.letters(judgement, occasion()).stream()
        .filter(letter -> !isTold(letter))
        .forEach(this::post);
  }

  @Override
  public void write(Dossier after, Decision ruled) {
    submissions
        .find(after.submission())
        .map(this::delivery)
        .ifPresent(delivery -> write(delivery, new Case(after, ruled)));
  }

  @Override
  public Optional<Letter> preview(Dossier after, Decision ruled) {
    return submissions
        .find(after.submission())
        .map(this::delivery)
        .flatMap(
            delivery ->
                writer.ruling(
                    delivery,
                    new Case(after, ruled),
                    new Background(papers.ofUnit(after.call(), after.unit()), refusals.sent(after)),
                    occasion()));
  }

  /** A ruling takes back what refused the dossier: before it leaves, else in its own letter. */
  private void write(Delivery delivery, Case ruled) {
    Dossier after = ruled.dossier();
    List<PaperRecord> registered = papers.ofUnit(after.call(), after.unit());
    if (after.state() != DossierState.REJECTED) {
      refusals
          .stop(after, ruled.decision())
          .forEach(letter -> refuseOthers(delivery, letter, registered));
    }
    Background known = new Background(registered, refusals.sent(after));
    writer.ruling(delivery, ruled, known, occasion()).ifPresent(this::post);
  }

  /** Those that a stopped refusal told beside the ruled one still stand refused. */
  private void refuseOthers(Delivery delivery, Letter stopped, List<PaperRecord> registered) {
    Map<DossierNumber, Decision> standing = dossiers.standing(stopped.dossiers());
    List<Case> others =
        stopped.dossiers().stream()
            .flatMap(number -> dossiers.find(number).stream())
            .filter(d -> d.state() == DossierState.REJECTED)
            .flatMap(
                d ->
                    Optional.ofNullable(standing.get(d.number())).map(c -> new Case(d, c)).stream())
            .toList();
    writer
        .told(delivery, others, new Background(registered, List.of()), occasion())
        .ifPresent(this::post);
  }

  private boolean isTold(Letter letter) {
    return letter.submission().map(letters::of).orElse(List.of()).stream()
        .anyMatch(
            earlier ->
                earlier.kind() == letter.kind() && earlier.sections().equals(letter.sections()));
  }

  /** Prints a letter of the outbox; printing again after a crash replaces the same files. */
  public Letter print(String id) throws IOException {
    Letter letter =
        letters.find(id).orElseThrow(() -> new IllegalStateException("no letter " + id));
    press.print(letter);
    return letter;
  }

  /** The mail around a letter. */
  public Cover cover(Letter letter) {
    return letter
        .submission()
        .flatMap(submissions::find)
        .map(submission -> writer.cover(letter, delivery(submission)))
        .or(() -> coverAlone(letter))
        .orElseThrow(() -> new IllegalStateException("nothing to write of " + letter.folder()));
  }

  private Optional<Cover> coverAlone(Letter letter) {
    return letter
        .call()
        .flatMap(calls::find)
        .flatMap(
            call ->
                letter.unit().flatMap(units::find).map(unit -> writer.cover(letter, call, unit)));
  }

  /**
   * Marks a letter as sent, within the caller's transaction; the term that it gives runs from then
   * on, and no assessment runs beside that.
   */
  public void sent(Letter letter) {
    boolean givesTerm =
        letter.kind() == LetterKind.CORRECTION || letter.kind() == LetterKind.OVER_QUOTA;
    if (givesTerm && letter.call().isPresent() && letter.unit().isPresent()) {
      unitCalls.lock(letter.call().get(), letter.unit().get());
    }
    letters.save(letter.in(LetterState.SENT), Act.byMachine(Act.Kind.LETTER_SENT));
    if (givesTerm) {
      terms.begin(letter);
    }
  }

  private void post(Letter letter) {
    letters.save(letter, Act.byMachine(Act.Kind.LETTER_WRITTEN));
  }

  private Delivery delivery(Submission submission) {
    Optional<Call> call = submission.call().flatMap(calls::find);
    return Delivery.of(submission, call, unit(submission, submission.first()));
  }

  /** Whose it is, or by its place or its sender's address may be; with its registered addresses. */
  private Optional<Unit> unit(Submission submission, Receipt arrival) {
    return submission
        .unit()
        .flatMap(units::find)
        .or(() -> arrival.folderUnit().flatMap(units::match))
        .or(() -> submission.sender().flatMap(Sender::onlyUnit).flatMap(units::find))
        .map(speakers::reachable);
  }

  private Occasion occasion() {
    return new Occasion(clock.instant(), new Serials());
  }

  /** Serials go on from the letters that the record already holds. */
  private final class Serials implements LetterNumbering {
    private final Map<SubmissionNumber, Integer> last = new HashMap<>();

    @Override
    public Slot next(SubmissionNumber submission, LetterKind kind) {
      int serial =
          last.merge(submission, highest(letters.of(submission)) + 1, (seen, first) -> seen + 1);
      return new Slot(UUID.randomUUID().toString(), serial);
    }

    private static int highest(List<Letter> written) {
      return written.stream().mapToInt(Letter::serial).max().orElse(0);
    }
  }
}
