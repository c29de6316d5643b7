package cn.baosong.core.check;

import cn.baosong.core.dossier.FieldDifferences;
import java.util.List;

/** All checks of an assessment. */
public final class Checks {
  private final List<Check> all;

  /**
   * @param differences how paper and form are compared, with its table of character variants
   */
  public Checks(FieldDifferences differences) {
    all =
        List.of(
            new AdmissionCheck(),
            new TimeCheck(),
            new FormCheck(),
            new EligibilityCheck(),
            new MaterialsCheck(),
            new ProcedureCheck(),
            new PaperCheck(differences),
            new DuplicatesCheck(),
            new QuotaCheck());
  }

  /** Every check in the order of {@link CheckName}; later ones read what earlier ones found. */
  public List<Check> all() {
    return all;
  }

  public Check named(CheckName name) {
    return all.stream().filter(check -> check.name() == name).findFirst().orElseThrow();
  }

  /** A case after every check. */
  public Assessment assess(UnitCase facts) {
    Assessment assessment = Assessment.of(facts);
    for (Check check : all) {
      assessment = assessment.after(check);
    }
    return assessment;
  }
}
