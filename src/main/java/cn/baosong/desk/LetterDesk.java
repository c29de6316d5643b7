package cn.baosong.desk;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.Unit;
import cn.baosong.core.call.WorkingDays;
import cn.baosong.core.decision.Decision;
import cn.baosong.core.decision.Judgement;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.notice.Delivery;
import cn.baosong.core.notice.Letter;
import cn.baosong.core.notice.LetterKind;
import cn.baosong.core.notice.LetterNumbering;
import cn.baosong.core.notice.LetterState;
import cn.baosong.core.notice.LetterWriter;
import cn.baosong.core.notice.Occasion;
import cn.baosong.core.submission.Receipt;
import cn.baosong.core.submission.Submission;
import cn.baosong.core.submission.SubmissionNumber;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
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
  private final LetterPress press;
  private final Calls calls;
  private final Units units;
  private final Submissions submissions;
  private final WorkingDays workingDays;
  private final Clock clock;
  private final ZoneId zone;

  public LetterDesk(
      LetterWriter writer,
      Letters letters,
      LetterPress press,
      Calls calls,
      Units units,
      Submissions submissions,
      WorkingDays workingDays,
      Clock clock,
      ZoneId zone) {
    this.writer = writer;
    this.letters = letters;
    this.press = press;
    this.calls = calls;
    this.units = units;
    this.submissions = submissions;
    this.workingDays = workingDays;
    this.clock = clock;
    this.zone = zone;
  }

  /** 收件回执 for one arrival; the unit is known only where the place of arrival tells it. */
  public void acknowledge(Submission submission, Receipt arrival) {
    Optional<Unit> unit =
        submission.unit().flatMap(units::find).or(() -> arrival.folderUnit().flatMap(units::match));
    Delivery delivery =
        new Delivery(submission, arrival, submission.call().flatMap(calls::find), unit);
    post(writer.receipt(delivery, occasion()));
  }

  /** What to send instead of a package that could not be opened. */
  public void unreadable(Submission submission) {
    Delivery delivery = delivery(submission);
    post(writer.unreadable(delivery, due(delivery), occasion()));
  }

  /** No more than that it must not come this way, and whom to speak to. */
  public void classified(Submission submission) {
    post(writer.classified(delivery(submission), occasion()));
  }

  /** That a person looks at it before it is opened any further. */
  public void held(Submission submission) {
    post(writer.held(delivery(submission), occasion()));
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
        .flatMap(submission -> writer.ruling(delivery(submission), after, ruled, occasion()))
        .ifPresent(this::post);
  }

  private boolean isTold(Letter letter) {
    return letters.of(letter.submission()).stream()
        .anyMatch(
            earlier ->
                earlier.kind() == letter.kind() && earlier.sections().equals(letter.sections()));
  }

  private Optional<LocalDate> due(Delivery delivery) {
    return delivery
        .call()
        .flatMap(
            call ->
                workingDays
                    .in(call.office().region())
                    .plusWorkingDays(
                        LocalDate.ofInstant(clock.instant(), zone), call.correctionTerm()));
  }

  /** Prints a letter of the outbox; printing again after a crash replaces the same files. */
  public Letter print(String id) throws IOException {
    Letter letter =
        letters.find(id).orElseThrow(() -> new IllegalStateException("no letter " + id));
    press.print(letter);
    return letter;
  }

  /** Marks a letter as sent. */
  public void sent(Letter letter) {
    letters.save(letter.in(LetterState.SENT), Act.byMachine(Act.Kind.LETTER_SENT));
  }

  private void post(Letter letter) {
    letters.save(letter, Act.byMachine(Act.Kind.LETTER_WRITTEN));
  }

  private Delivery delivery(Submission submission) {
    Optional<Call> call = submission.call().flatMap(calls::find);
    Optional<Unit> unit =
        submission
            .unit()
            .flatMap(units::find)
            .or(() -> submission.first().folderUnit().flatMap(units::match));
    return Delivery.of(submission, call, unit);
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
