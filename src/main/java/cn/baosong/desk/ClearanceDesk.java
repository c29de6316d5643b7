package cn.baosong.desk;

import cn.baosong.core.submission.SealReason;
import cn.baosong.core.submission.Submission;
import cn.baosong.core.submission.SubmissionNumber;
import cn.baosong.core.submission.SubmissionState;
import java.io.IOException;

/**
 * Where a person lets a package be opened that the machine holds, or has it sealed. What was sealed
 * stays so: a de-classified version comes as a new delivery (domain.md 7.3).
 */
public final class ClearanceDesk {
  private final Submissions submissions;
  private final Screenings screenings;
  private final SealDesk seals;
  private final UnitOfWork work;

  public ClearanceDesk(
      Submissions submissions, Screenings screenings, SealDesk seals, UnitOfWork work) {
    this.submissions = submissions;
    this.screenings = screenings;
    this.seals = seals;
    this.work = work;
  }

  /** What a person decides. */
  public enum Clearance {
    /** It is opened, marked in doubt or not scanned as it is. */
    RELEASE,
    /** Its original is sealed, as one that bears a mark. */
    SEAL
  }

  /**
   * A ruling on a delivery.
   *
   * @param seen version of the submission that the person saw
   */
  public record Ruling(Clearance clearance, String by, String reason, int seen) {}

  /**
   * Enters a ruling.
   *
   * @throws Refusal when the submission does not wait for this, or was changed since it was seen
   */
  public Submission rule(SubmissionNumber number, Ruling ruling) throws IOException {
    Submission seen = submissions.find(number).orElseThrow(() -> Known.noSubmission(number));
    if (seen.version() != ruling.seen()) {
      throw Refusal.conflict(
          "expectedVersion",
          "该报送已有改动，请重新打开后再办。",
          "The submission has changed since; read it again first.");
    }
    return switch (ruling.clearance()) {
      case RELEASE -> release(seen, ruling);
      case SEAL -> seal(seen, ruling);
    };
  }

  private Submission release(Submission seen, Ruling ruling) {
    boolean doubtful = seen.state() == SubmissionState.IN_REVIEW;
    boolean unscanned = seen.needsOpening() && screenings.isWaiting(seen.number());
    if (!doubtful && !unscanned) {
      throw Refusal.conflict(
          "number",
          "该报送现为 " + seen.state() + "，没有待核对或待查毒的事项。",
          "The submission is " + seen.state() + "; nothing about it waits to be released.");
    }
    SealReason of = doubtful ? SealReason.CLASSIFIED_MARKING : SealReason.MALWARE_FOUND;
    Submission released = seen.cleared(of, ruling.by(), ruling.reason());
    return work.inTransaction(
        () -> {
          submissions.save(released, act(Act.Kind.SUBMISSION_CLEARED, ruling));
          screenings.retry(released.number());
          return released;
        });
  }

  private Submission seal(Submission seen, Ruling ruling) throws IOException {
    if (!isUnfiled(seen)) {
      throw Refusal.conflict(
          "number",
          "该报送现为 " + seen.state() + "，已经立卷或者封存，不能在此封存。",
          "The submission is " + seen.state() + ": filed or sealed already.");
    }
    seals.seal(seen.first().digest(), SealReason.CLASSIFIED_MARKING, "");
    return work.inTransaction(
        () -> {
          Submission now = submissions.find(seen.number()).orElseThrow();
          seals.enter(now, SealReason.CLASSIFIED_MARKING, act(Act.Kind.SUBMISSION_SEALED, ruling));
          return submissions.find(seen.number()).orElseThrow();
        });
  }

  private static boolean isUnfiled(Submission submission) {
    return switch (submission.state()) {
      case IN_REVIEW, AWAITING_PARTS, UNASSIGNED, UNREADABLE -> true;
      case RECEIVED -> submission.needsOpening();
      case QUARANTINED -> submission.sealedFor().isEmpty();
      case PROCESSED -> false;
    };
  }

  private static Act act(Act.Kind kind, Ruling ruling) {
    return new Act(kind, ruling.by(), ruling.reason());
  }
}
