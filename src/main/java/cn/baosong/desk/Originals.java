package cn.baosong.desk;

import cn.baosong.core.dossier.Original;
import cn.baosong.core.dossier.PaperNumber;
import java.util.List;
import java.util.Optional;

/** The custody log of originals. */
public interface Originals {
  Optional<Original> find(String id);

  /** The originals of a parcel, in the order in which they were taken in. */
  List<Original> of(PaperNumber parcel);

  /** Originals that are here or lent, the latest first. */
  List<Original> out(int most);

  /**
   * Enters or changes one.
   *
   * @throws StaleRecord when another change was stored since this one was read
   */
  void save(Original original, Act act);
}
