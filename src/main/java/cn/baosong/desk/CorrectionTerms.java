package cn.baosong.desk;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.WorkingDays;
import cn.baosong.core.dossier.Correction;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.Dossier.Standing;
import cn.baosong.core.dossier.DossierState;
import cn.baosong.core.notice.Letter;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** Correction terms run from the day on which their letter leaves (decisions.md 8). */
record CorrectionTerms(
    Dossiers dossiers, Calls calls, WorkingDays workingDays, Clock clock, ZoneId zone) {

  /** The last day of a term that begins today; empty when the calendar has no data for it. */
  Optional<LocalDate> due(Call call) {
    return workingDays.in(call.office().region()).plusWorkingDays(today(), call.correctionTerm());
  }

  /** Begins the terms of a letter that has just left. */
  void begin(Letter letter) {
    letter.dossiers().stream()
        .flatMap(number -> dossiers.find(number).stream())
        .filter(dossier -> dossier.state() == DossierState.RETURNED)
        .forEach(this::begin);
  }

  /** A letter that left on the day of its decision gave the right day already. */
  private void begin(Dossier dossier) {
    Optional<LocalDate> due = calls.find(dossier.call()).flatMap(this::due);
    dossier
        .correction()
        .filter(term -> due.isPresent() && !term.due().equals(due))
        .ifPresent(term -> save(dossier, new Correction(term.opened(), due)));
  }

  private void save(Dossier dossier, Correction term) {
    Standing now = dossier.standing();
    dossiers.save(
        dossier.decided(
            new Standing(
                now.state(),
                now.ruled(),
                now.timedBy(),
                now.supersedes(),
                now.department(),
                Optional.of(term))),
        Act.byMachine(Act.Kind.TERM_STARTED));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }
}
