package cn.baosong.core.decision;

import cn.baosong.core.call.Department;
import cn.baosong.core.check.UnitCase;
import cn.baosong.core.dossier.Dossier;
import java.util.Optional;

/** Which department takes an accepted dossier over. */
final class Departments {
  private Departments() {}

  /** The one that names unit and category most precisely; empty asks a person. */
  static Optional<String> of(Dossier dossier, UnitCase facts) {
    Optional<String> category =
        dossier
            .category()
            .or(() -> facts.call().categoryField().flatMap(field -> dossier.form().text(field)));
    return facts.call().departmentFor(facts.unitKind(), category).map(Department::id);
  }
}
