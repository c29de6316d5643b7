package cn.baosong.core.decision;

import cn.baosong.core.check.UnitCase;
import cn.baosong.core.dossier.Correction;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierState;
import java.time.LocalDate;
import java.util.Optional;

/** Correction terms (补正期限). */
final class Terms {
  private Terms() {}

  /** A return opens a term; while a dossier is looked at again the unit keeps the one it has. */
  static Optional<Correction> after(DossierState state, Dossier before, UnitCase facts) {
    return switch (state) {
      case RETURNED -> Optional.of(opened(facts));
      case IN_REVIEW, AWAITING_PAPER, AWAITING_ELECTRONIC, RECEIVED -> before.correction();
      case ACCEPTED, REJECTED, SUPERSEDED, WITHDRAWN -> Optional.empty();
    };
  }

  /**
   * A term from the day of the decision on, which is the day of the letter; without calendar data
   * it has no last day, nor while the letter waits for its seal.
   */
  private static Correction opened(UnitCase facts) {
    LocalDate today = facts.asOf().atZone(facts.zone()).toLocalDate();
    return new Correction(
        facts.asOf(),
        facts.call().letters().draftForSeal()
            ? Optional.empty()
            : facts.workingDays().plusWorkingDays(today, facts.call().correctionTerm()));
  }
}
