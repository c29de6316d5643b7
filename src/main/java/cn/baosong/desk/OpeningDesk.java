package cn.baosong.desk;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.CallId;
import cn.baosong.core.call.Unit;
import cn.baosong.core.call.UnitCode;
import cn.baosong.core.check.FindingCode;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.submission.Defect;
import cn.baosong.core.submission.Digest;
import cn.baosong.core.submission.Opened;
import cn.baosong.core.submission.Receipt;
import cn.baosong.core.submission.SealReason;
import cn.baosong.core.submission.Submission;
import cn.baosong.core.submission.SubmissionNumber;
import cn.baosong.core.submission.SubmissionState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Hop 3: opens a package into dossiers. Reading takes as long as it takes and holds no transaction;
 * filing is one.
 */
public final class OpeningDesk {
  private final Archive archive;
  private final PackageReader reader;
  private final Submissions submissions;
  private final Dossiers dossiers;
  private final Numbers numbers;
  private final UnitCalls unitCalls;
  private final LetterDesk letters;
  private final SealDesk seals;
  private final Bearings bearings;
  private final PartDesk parts;

  public OpeningDesk(
      Archive archive,
      PackageReader reader,
      Submissions submissions,
      Dossiers dossiers,
      Numbers numbers,
      UnitCalls unitCalls,
      LetterDesk letters,
      SealDesk seals,
      Bearings bearings,
      PartDesk parts) {
    this.archive = archive;
    this.reader = reader;
    this.submissions = submissions;
    this.dossiers = dossiers;
    this.numbers = numbers;
    this.unitCalls = unitCalls;
    this.letters = letters;
    this.seals = seals;
    this.bearings = bearings;
    this.parts = parts;
  }

  /**
   * What was read of a submission, on its way to being filed.
   *
   * @param course whether it is one of several that make up a package
   */
  public record Reading(Submission submission, Opened opened, PartDesk.Course course)
      implements Looked {
    @Override
    public boolean isRead() {
      return true;
    }
  }

  /** A package that costs more to open than it may while others wait. */
  public record Costly(SubmissionNumber number) implements Looked {
    @Override
    public boolean isRead() {
      return false;
    }
  }

  /** What came of reading a package. */
  public sealed interface Looked {
    boolean isRead();
  }

  /**
   * Reads a stored package; one that must not be opened any further is sealed at once. What was not
   * put off before is read only if it does not cost much.
   */
  public Looked read(SubmissionNumber number) throws IOException {
    Submission submission =
        submissions
            .find(number)
            .orElseThrow(() -> new IllegalStateException("no submission " + number));
    boolean whole = submissions.isPutOff(number);
    Optional<Opened> alone = opened(submission, submission.originals(), whole);
    if (alone.isEmpty()) {
      return new Costly(number);
    }
    PartDesk.Course course = parts.course(submission, alone.get(), bearings);
    Optional<Opened> all =
        course instanceof PartDesk.Course.With with
            ? opened(submission, originals(submission, with), whole)
                .map(opened -> opened.inMailOf(alone.get()).with(List.of(with.told())))
            : alone;
    return all.<Looked>map(opened -> new Reading(submission, opened, course))
        .orElseGet(() -> new Costly(number));
  }

  /** Has it wait until no other waits; its receipt and the time of it stay as they are. */
  public void putOff(Costly costly) {
    submissions.putOff(costly.number());
  }

  private static List<Digest> originals(Submission submission, PartDesk.Course.With with) {
    return with.inOrder(submission).stream().map(part -> part.first().digest()).toList();
  }

  private Optional<Opened> opened(Submission submission, List<Digest> originals, boolean whole)
      throws IOException {
    Receipt first = submission.first();
    Optional<SealReason> sealed = seals.reason(first.digest());
    if (sealed.isPresent()) {
      return Optional.of(
          switch (sealed.get()) {
            case CLASSIFIED_MARKING -> Opened.closed(Opened.Outcome.CLASSIFIED);
            case MALWARE_FOUND -> Opened.closed(Opened.Outcome.INFECTED);
          });
    }
    List<Path> stored = originals.stream().map(archive::original).toList();
    Runnable stillReading = () -> submissions.stillOpening(submission.number());
    Optional<Opened> opened =
        whole
            ? Optional.of(reader.open(stored, first.fileName(), stillReading))
            : reader.openAtOnce(stored, first.fileName(), stillReading);
    if (opened.filter(o -> o.outcome() == Opened.Outcome.CLASSIFIED).isPresent()) {
      seals.seal(first.digest(), SealReason.CLASSIFIED_MARKING, "");
    }
    return opened;
  }

  /**
   * Files what was read, within the caller's transaction; filing a submission twice changes
   * nothing.
   */
  public void file(Reading reading) {
    Submission now = submissions.find(reading.submission().number()).orElseThrow();
    if (!now.needsOpening()) {
      return;
    }
    if (reading.course() instanceof PartDesk.Course.With with) {
      parts.take(now, with);
      now = now.madeUpOf(originals(now, with));
    }
    file(now, reading);
  }

  private void file(Submission now, Reading reading) {
    List<Defect> doubts = reading.opened().doubts();
    if (!doubts.isEmpty() && !now.isCleared(SealReason.CLASSIFIED_MARKING)) {
      hold(now, doubts);
      return;
    }
    Opened opened = now.seen(reading.opened().withoutDoubts().with(now.clearances()));
    Submission spoken = now.from(bearings.sender(now, opened.mail()));
    if (reading.course() instanceof PartDesk.Course.Wait wait) {
      submissions.save(
          spoken.of(wait.call(), wait.unit()).awaiting(opened, wait.told()),
          Act.byMachine(Act.Kind.SUBMISSION_HELD));
      return;
    }
    switch (opened.outcome()) {
      case UNSAFE -> refuse(spoken, opened, SubmissionState.QUARANTINED);
      case UNREADABLE -> refuse(spoken, opened, SubmissionState.UNREADABLE);
      case CLASSIFIED -> seal(now, SealReason.CLASSIFIED_MARKING);
      case INFECTED -> seal(now, SealReason.MALWARE_FOUND);
      case READ -> assign(spoken, opened);
      case LETTER -> wait(spoken, opened);
    }
  }

  private void seal(Submission submission, SealReason reason) {
    sealCopies(submission, reason);
    seals.enter(submission, reason, Act.byMachine(Act.Kind.SUBMISSION_SEALED));
  }

  /** The same message that came by another way has bytes of its own. */
  private void sealCopies(Submission submission, SealReason reason) {
    try {
      for (Receipt copy : submission.receipts()) {
        if (seals.reason(copy.digest()).isEmpty()) {
          seals.seal(copy.digest(), reason, "");
        }
      }
    } catch (IOException ours) {
      throw new UncheckedIOException(ours);
    }
  }

  /** A doubt whether it is marked as secret is settled before anything of it is filed. */
  private void hold(Submission submission, List<Defect> doubts) {
    Submission held = submission.held(doubts);
    submissions.save(held, Act.byMachine(Act.Kind.SUBMISSION_HELD));
    letters.held(held);
  }

  /** Words without papers: a person reads them; whoever bound it already has read them. */
  private void wait(Submission submission, Opened opened) {
    boolean read = submission.call().isPresent() && submission.unit().isPresent();
    Submission waiting =
        submission.opened(opened, read ? SubmissionState.PROCESSED : SubmissionState.UNASSIGNED);
    submissions.save(
        waiting, Act.byMachine(read ? Act.Kind.SUBMISSION_PROCESSED : Act.Kind.SUBMISSION_HELD));
  }

  private void refuse(Submission submission, Opened opened, SubmissionState as) {
    Submission refused =
        opened.mail().isPresent() ? sent(submission, opened, as) : submission.opened(opened, as);
    submissions.save(refused, Act.byMachine(Act.Kind.SUBMISSION_HELD));
    letters.unreadable(refused);
  }

  /** Of a mail more may be known than its papers tell, so that the letter finds its way. */
  private Submission sent(Submission submission, Opened opened, SubmissionState as) {
    Bearings.Found found = bearings.of(submission, opened.stated(), opened.mail());
    return submission.opened(opened, as, found.call().map(Call::id), found.unit().map(Unit::code));
  }

  private void assign(Submission submission, Opened opened) {
    Bearings.Found found = bearings.of(submission, opened.stated(), opened.mail());
    if (found.call().isEmpty() || found.unit().isEmpty()) {
      Submission unassigned =
          submission.opened(
              opened.with(found.doubts()),
              SubmissionState.UNASSIGNED,
              found.call().map(Call::id),
              found.unit().map(Unit::code));
      submissions.save(unassigned, Act.byMachine(Act.Kind.SUBMISSION_HELD));
      found.claimed().ifPresent(unit -> letters.unverified(unassigned, unit));
      return;
    }
    Call call = found.call().get();
    Unit unit = found.unit().get();
    unitCalls.lock(call.id(), unit.code());
    Submission bound =
        submission.opened(
            opened, SubmissionState.RECEIVED, Optional.of(call.id()), Optional.of(unit.code()));
    Optional<Submission> first =
        opened
            .content()
            .flatMap(content -> submissions.byContent(call.id(), unit.code(), content))
            .filter(other -> !other.number().equals(bound.number()));
    if (first.isPresent()) {
      duplicate(bound, first.get());
    } else {
      submissions.save(bound, Act.byMachine(Act.Kind.SUBMISSION_OPENED));
      fileAll(bound, call, opened);
    }
    unitCalls.request(call.id(), unit.code());
  }

  private void fileAll(Submission submission, Call call, Opened opened) {
    int year = submission.first().registered().atZone(bearings.zone()).getYear();
    Expected expected =
        new Expected(dossiers.ofUnit(call.id(), submission.unit().orElseThrow()), call.person());
    for (Opened.Entry entry : opened.entries()) {
      Dossier filed =
          Dossier.filed(
              entry, submission, call, numbers.nextDossier(year), UUID.randomUUID().toString());
      dossiers.save(
          expected.take(filed).map(filed::completing).orElse(filed),
          Act.byMachine(Act.Kind.DOSSIER_FILED));
    }
  }

  /**
   * Equal content by another way: no dossier, and the earliest time counts (decisions.md 2,
   * domain.md F6).
   */
  private void duplicate(Submission later, Submission first) {
    Defect told =
        new Defect(
            FindingCode.DUPLICATE_DELIVERY.name(),
            later.first().name(),
            "与 " + first.number() + " 内容相同，不另立卷；以最早一次的时间为准。",
            true);
    Submission closed = later.closedAs(told);
    submissions.save(closed, Act.byMachine(Act.Kind.SUBMISSION_PROCESSED));
    letters.duplicate(closed, first);
    if (later
        .effective()
        .received()
        .interval()
        .latest()
        .isBefore(first.effective().received().interval().latest())) {
      retime(first, later);
    }
  }

  private void retime(Submission first, Submission earlier) {
    CallId call = first.call().orElseThrow();
    UnitCode unit = first.unit().orElseThrow();
    for (Dossier dossier : dossiers.ofUnit(call, unit)) {
      if (dossier.timedBy().equals(first.number())) {
        dossiers.save(dossier.timedBy(earlier.number()), Act.byMachine(Act.Kind.RECEIPT_ADDED));
      }
    }
  }
}
