package cn.baosong.core.decision;

import cn.baosong.core.check.UnitCase;
import cn.baosong.core.dossier.Correction;
import java.time.LocalDate;

/** Correction terms (补正期限). */
final class Terms {
  private Terms() {}

  /** A term from the day of the decision on; without calendar data it has no last day. */
  static Correction opened(UnitCase facts) {
    LocalDate today = facts.asOf().atZone(facts.zone()).toLocalDate();
    return new Correction(
        facts.asOf(), facts.workingDays().plusWorkingDays(today, facts.call().correctionTerm()));
  }
}
