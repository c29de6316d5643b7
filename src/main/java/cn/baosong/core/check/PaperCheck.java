package cn.baosong.core.check;

import cn.baosong.core.call.PaperPolicy.Mode;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.FieldDifferences;
import java.util.ArrayList;
import java.util.List;

/** Whether the signed paper and the electronic form say the same (domain.md 3.7). */
final class PaperCheck implements Check {
  private final FieldDifferences differences;

  PaperCheck(FieldDifferences differences) {
    this.differences = differences;
  }

  @Override
  public CheckName name() {
    return CheckName.PAPER;
  }

  @Override
  public List<Finding> examine(Assessment soFar) {
    UnitCase facts = soFar.facts();
    if (facts.call().paper().mode() == Mode.NONE) {
      return List.of();
    }
    Succession succession = Succession.of(facts);
    List<Finding> found = new ArrayList<>();
    for (Dossier dossier : succession.examined()) {
      PaperFields paper = PaperFields.of(dossier, facts, differences);
      found.addAll(new PaperMismatch(dossier, paper, facts).findings(differences));
      found.addAll(new CodeFindings(dossier, paper, facts).findings(differences));
      found.addAll(new OcrFindings(dossier, paper, facts).findings());
      new PaperProof(dossier, paper, soFar).finding().ifPresent(found::add);
    }
    found.addAll(Unpaired.findings(succession));
    return found;
  }
}
