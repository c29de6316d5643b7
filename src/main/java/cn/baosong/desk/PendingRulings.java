package cn.baosong.desk;

import cn.baosong.core.decision.PendingRuling;
import cn.baosong.core.dossier.DossierNumber;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** The rulings that wait for a second person; of each dossier the latest, waiting or not. */
public interface PendingRulings {
  Optional<PendingRuling> latest(DossierNumber dossier);

  /** What waits for a second person of these dossiers. */
  Map<DossierNumber, PendingRuling> awaiting(Collection<DossierNumber> dossiers);

  /** How many wait in all. */
  long awaiting();

  /**
   * Saves row and act together.
   *
   * @throws StaleRecord when somebody else proposed or ended one first
   */
  void save(PendingRuling ruling, Act act);
}
