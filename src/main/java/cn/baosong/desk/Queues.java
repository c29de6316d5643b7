package cn.baosong.desk;

import cn.baosong.core.decision.QueueEntry;
import cn.baosong.core.dossier.DossierNumber;
import java.util.Optional;

/** The departments' queues; a dossier stands in at most one. */
public interface Queues {
  Optional<QueueEntry> find(DossierNumber dossier);

  /**
   * Saves row and act together.
   *
   * @throws StaleRecord when someone else claimed or returned it first
   */
  void save(QueueEntry entry, Act act);
}
