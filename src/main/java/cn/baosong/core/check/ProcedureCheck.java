package cn.baosong.core.check;

import cn.baosong.core.call.Procedure;
import cn.baosong.core.call.Truth;
import cn.baosong.core.dossier.Dossier;
import java.util.ArrayList;
import java.util.List;

/** Whether the steps that the notice demands before recommending are evidenced. */
final class ProcedureCheck implements Check {
  @Override
  public CheckName name() {
    return CheckName.PROCEDURE;
  }

  @Override
  public List<Finding> examine(Assessment soFar) {
    Succession succession = Succession.of(soFar.facts());
    List<Finding> found = new ArrayList<>();
    for (Dossier dossier : succession.examined()) {
      ProcedureEvidence evidence = ProcedureEvidence.of(dossier, succession);
      for (Procedure procedure : soFar.facts().call().procedures()) {
        found.addAll(examine(procedure, evidence));
      }
    }
    return Shared.byDelivery(found, succession.examined());
  }

  private static List<Finding> examine(Procedure procedure, ProcedureEvidence evidence) {
    if (!evidence.isGiven(procedure)) {
      Truth waived =
          procedure.waivedWhen().map(w -> w.test(evidence.dossier().form())).orElse(Truth.FALSE);
      return switch (waived) {
        case TRUE -> List.of();
        case FALSE ->
            List.of(
                evidence.finding(
                    procedure, FindingCode.PROCEDURE_MISSING, Outcome.CORRECT, "", "未见证明，请补充。"));
        case UNDECIDED ->
            List.of(
                evidence.finding(
                    procedure,
                    FindingCode.PROCEDURE_MISSING,
                    Outcome.REFER,
                    "",
                    "未见证明，且不能确定可否免除，由工作人员认定。"));
      };
    }
    List<Finding> found = new ArrayList<>();
    Publicity.of(procedure, evidence).ifPresent(p -> found.addAll(p.findings()));
    return found;
  }
}
