package cn.baosong.desk;

import cn.baosong.core.decision.Decision;
import cn.baosong.core.dossier.Dossier;

/** Writes the letter that a person's ruling calls for into the outbox. */
public interface RulingLetters {
  /** Called inside the transaction of the ruling, with the dossier as it stands after it. */
  void write(Dossier after, Decision ruled);
}
