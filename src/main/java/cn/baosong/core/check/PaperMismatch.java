package cn.baosong.core.check;

import cn.baosong.core.call.Clause;
import cn.baosong.core.call.ComparedField;
import cn.baosong.core.call.PaperPolicy;
import cn.baosong.core.check.Subject.Ground;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.FieldComparison;
import cn.baosong.core.dossier.FieldDifferences;
import java.util.List;
import java.util.Optional;

/** The differences between one candidate's paper and form, and what the notice makes of them. */
record PaperMismatch(Dossier dossier, PaperFields paper, PaperPolicy policy) {

  List<Finding> findings(FieldDifferences differences) {
    return policy.compared().stream()
        .flatMap(field -> finding(field, differences).stream())
        .toList();
  }

  private Optional<Finding> finding(ComparedField field, FieldDifferences differences) {
    Optional<String> form = dossier.form().text(field.field());
    return paper
        .value(field)
        .flatMap(onPaper -> form.map(f -> differences.compare(field, onPaper, f)))
        .flatMap(comparison -> finding(field, comparison));
  }

  private Optional<Finding> finding(ComparedField field, FieldComparison comparison) {
    return switch (comparison.difference()) {
      case EQUAL, COSMETIC -> Optional.empty();
      case PRECISION ->
          Optional.of(told(field, comparison, Outcome.REMARK, "一处较为简略，与另一处不矛盾，提请注意。"));
      case SUSPECT ->
          Optional.of(told(field, comparison, Outcome.REFER, "疑为繁简、异体或者录入差异，由工作人员核对原件。"));
      case MATERIAL, IDENTITY -> Optional.of(told(field, comparison, consequence(), remedy()));
    };
  }

  private Outcome consequence() {
    return switch (policy.mismatch()) {
      case CORRECT -> Outcome.CORRECT;
      case REFER, PROPOSE_CANCELLATION -> Outcome.REFER;
    };
  }

  private String remedy() {
    return switch (policy.mismatch()) {
      case CORRECT -> "请核对并更正，使纸质与电子材料一致。";
      case REFER -> "由工作人员核对。";
      // Only a person cancels a candidate, and only after asking the unit.
      case PROPOSE_CANCELLATION -> "请单位书面说明；通知规定的后果须由工作人员核查后决定。";
    };
  }

  private Finding told(
      ComparedField field, FieldComparison comparison, Outcome outcome, String remedy) {
    return Subject.of(dossier)
        .at(paper.place(field))
        .finding(
            FindingCode.PAPER_MISMATCH,
            outcome,
            new Ground(field.field(), policy.consistency().orElse(Clause.NONE)),
            "纸质：" + comparison.paper() + "；电子：" + comparison.electronic(),
            "“" + field.field() + "”纸质与电子材料不一致，" + remedy);
  }
}
