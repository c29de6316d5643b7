package cn.baosong.core.check;

import cn.baosong.core.dossier.Correction;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.submission.Interval;
import cn.baosong.core.submission.Submission;
import cn.baosong.core.submission.SubmissionNumber;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** What the deliveries behind the dossiers say: which came first, which answers a correction. */
final class Deliveries {
  private final UnitCase facts;

  Deliveries(UnitCase facts) {
    this.facts = facts;
  }

  /** By receipt, which polling cannot disturb; then by number. */
  Comparator<Dossier> byArrival() {
    return Comparator.comparing((Dossier d) -> arrived(d.submission()))
        .thenComparing(d -> d.submission().value())
        .thenComparing(Dossier::number);
  }

  /** Whether a dossier was delivered within the open correction term of an earlier one. */
  boolean answers(Dossier later, Dossier returned) {
    return !later.submission().equals(returned.submission())
        && isUnderCorrection(returned)
        && returned.correction().filter(c -> isWithin(later.submission(), c)).isPresent();
  }

  /** Whether the unit has been promised a term; a person's look at the dossier does not end it. */
  boolean isUnderCorrection(Dossier dossier) {
    return dossier.state().isOpen() && dossier.correction().isPresent();
  }

  /** Whether the sender is known to be the unit; a forged package replaces nothing (X09). */
  boolean isVerified(SubmissionNumber number) {
    return submission(number).stream()
        .flatMap(s -> s.defects().stream())
        .noneMatch(d -> d.code().equals(FindingCode.SENDER_NOT_VERIFIED.name()));
  }

  Optional<Submission> submission(SubmissionNumber number) {
    return Optional.ofNullable(facts.submissions().get(number));
  }

  private Instant arrived(SubmissionNumber number) {
    return submission(number)
        .map(s -> s.effective().received().interval().latest())
        .orElse(Instant.EPOCH);
  }

  private boolean isWithin(SubmissionNumber number, Correction term) {
    return submission(number).stream()
        .flatMap(s -> s.receipts().stream())
        .map(r -> r.received().interval())
        .anyMatch(received -> isWithin(received, term));
  }

  /** Doubt within the evidence serves the unit; a term without last day never lapses. */
  private boolean isWithin(Interval received, Correction term) {
    return !received.latest().isBefore(term.opened())
        && term.due()
            .map(day -> day.plusDays(1).atStartOfDay(facts.zone()).toInstant())
            .map(received.earliest()::isBefore)
            .orElse(true);
  }
}
