package cn.baosong.desk;

import cn.baosong.core.dossier.Cover;
import cn.baosong.core.dossier.PaperNumber;
import java.util.List;
import java.util.Optional;

/** The photos of covers. */
public interface Covers {
  Optional<Cover> find(String id);

  /** Photos of a parcel: those taken of it, and those under its item number; the earliest first. */
  List<Cover> of(PaperNumber parcel);

  /** Photos of parcels that nobody has registered, the earliest first. */
  List<Cover> waiting(int most);

  /** Enters or changes a photo. */
  void save(Cover cover, Act act);
}
