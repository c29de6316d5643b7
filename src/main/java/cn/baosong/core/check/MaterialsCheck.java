package cn.baosong.core.check;

import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.submission.Submission;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Whether everything the notice wants enclosed is there and usable; all faults at once. */
final class MaterialsCheck implements Check {
  @Override
  public CheckName name() {
    return CheckName.MATERIALS;
  }

  @Override
  public List<Finding> examine(Assessment soFar) {
    UnitCase facts = soFar.facts();
    Succession succession = Succession.of(facts);
    List<Finding> found = new ArrayList<>();
    succession.examined().stream()
        .map(Dossier::submission)
        .distinct()
        .map(facts.submissions()::get)
        .filter(Objects::nonNull)
        .forEach(delivery -> found.addAll(ofUnit(delivery, succession)));
    for (Dossier dossier : succession.examined()) {
      found.addAll(Enclosures.ofCandidate(dossier, succession).findings());
      found.addAll(Copies.findings(dossier, facts));
    }
    return found;
  }

  private static List<Finding> ofUnit(Submission delivery, Succession succession) {
    List<Finding> found = new ArrayList<>();
    delivery.defects().forEach(d -> found.add(Defects.finding(Subject.of(delivery.number()), d)));
    found.addAll(Enclosures.ofUnit(delivery, succession.facts()).findings());
    found.addAll(Copies.ofUnit(delivery.number(), succession.facts()));
    return found;
  }
}
