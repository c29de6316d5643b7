package cn.baosong.desk;

import cn.baosong.core.call.PersonFields;
import cn.baosong.core.check.PapersOf;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.PaperRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The dossiers of a unit that so far are only paper: each is completed by one electronic half. */
final class Expected {
  private final List<Dossier> waiting;
  private final PersonFields person;

  /**
   * @param all dossiers of the unit in the call
   */
  Expected(Collection<Dossier> all, PersonFields person) {
    this.waiting =
        new ArrayList<>(
            all.stream().filter(d -> d.paperOnly().isPresent() && d.state().isOpen()).toList());
    this.person = person;
  }

  /** The one that an electronic dossier completes; it is given once. */
  Optional<Dossier> take(Dossier electronic) {
    Optional<Dossier> same =
        waiting.stream()
            .filter(d -> d.candidate().isSameAs(electronic.candidate()))
            .findFirst()
            .or(() -> waiting.stream().filter(d -> isNamedAlone(d, electronic)).findFirst());
    same.ifPresent(waiting::remove);
    return same;
  }

  /** By name, where the paper states no number, or one that is not the form's. */
  private boolean isNamedAlone(Dossier paper, Dossier electronic) {
    PaperRecord.Candidate entry =
        new PaperRecord.Candidate("", electronic.candidate().name(), Map.of(), Map.of());
    return PapersOf.meant(entry, waiting, person).contains(paper);
  }
}
