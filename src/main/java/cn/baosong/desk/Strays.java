package cn.baosong.desk;

import cn.baosong.core.dossier.PaperNumber;
import cn.baosong.core.dossier.Stray;
import java.util.List;
import java.util.Optional;

/** Parcels of which nobody knows yet whose they are. */
public interface Strays {
  Optional<Stray> find(PaperNumber number);

  /** Those that wait for a person, the longest waiting first. */
  List<Stray> waiting(int most);

  /**
   * Enters or changes one.
   *
   * @throws StaleRecord when another change was stored since this one was read
   */
  void save(Stray stray, Act act);
}
