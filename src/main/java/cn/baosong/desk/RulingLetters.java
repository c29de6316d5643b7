package cn.baosong.desk;

import cn.baosong.core.decision.Decision;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.notice.Letter;
import java.util.Optional;

/** Writes the letter that a person's ruling calls for into the outbox. */
public interface RulingLetters {
  /** Called inside the transaction of the ruling, with the dossier as it stands after it. */
  void write(Dossier after, Decision ruled);

  /** The same letter to look at: nothing is stored, stopped or numbered. */
  Optional<Letter> preview(Dossier after, Decision ruled);
}
