package cn.baosong.core.check;

import cn.baosong.core.call.Clause;
import cn.baosong.core.call.ComparedField;
import cn.baosong.core.call.ComparedField.Kind;
import cn.baosong.core.call.PaperPolicy;
import cn.baosong.core.check.Subject.Ground;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.FieldComparison;
import cn.baosong.core.dossier.FieldDifferences;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One candidate's paper held against the form, and what the notice makes of the differences. Every
 * comparison is kept, those that merely agree as a {@code PASS}.
 */
record PaperMismatch(Dossier dossier, PaperFields paper, UnitCase facts) {

  List<Finding> findings(FieldDifferences differences) {
    return policy().compared().stream()
        .flatMap(field -> compared(field, differences).map(c -> finding(field, c)).stream())
        .toList();
  }

  private Optional<FieldComparison> compared(ComparedField field, FieldDifferences differences) {
    return paper
        .value(field)
        .flatMap(
            onPaper ->
                dossier
                    .form()
                    .text(field.field())
                    .map(onForm -> differences.compare(field, onPaper, onForm)))
        .map(comparison -> isOneUnit(field, comparison) ? comparison.cosmetic() : comparison);
  }

  /** The registry knows the unit by several names. */
  private boolean isOneUnit(ComparedField field, FieldComparison comparison) {
    Set<String> names =
        Stream.concat(Stream.of(facts.unit().name()), facts.unit().aliases().stream())
            .collect(Collectors.toSet());
    return field.kind() == Kind.UNIT
        && names.contains(comparison.normalPaper())
        && names.contains(comparison.normalElectronic());
  }

  private Finding finding(ComparedField field, FieldComparison comparison) {
    return switch (comparison.difference()) {
      case EQUAL -> told(field, comparison, Outcome.PASS, "纸质与电子材料一致。");
      case COSMETIC -> told(field, comparison, Outcome.PASS, "纸质与电子材料仅书写形式不同。");
      case PRECISION ->
          told(field, comparison, Outcome.REMARK, both(comparison) + "一处较为简略，与另一处不矛盾，提请注意。");
      case SUSPECT ->
          told(field, comparison, Outcome.REFER, both(comparison) + "疑为繁简、异体或者录入差异，由工作人员核对原件。");
      case MATERIAL, IDENTITY ->
          paper.isRecognised(field)
              ? told(
                  field, comparison, Outcome.REFER, both(comparison) + "两处不一致（由扫描件识别），由工作人员对照图像核对。")
              : told(field, comparison, consequence(), both(comparison) + "两处不一致，" + remedy());
    };
  }

  /** Numbers are masked wherever this is shown. */
  private static String both(FieldComparison comparison) {
    return "纸质为“%s”，电子为“%s”，".formatted(comparison.paper(), comparison.electronic());
  }

  private Outcome consequence() {
    return switch (policy().mismatch()) {
      case CORRECT -> Outcome.CORRECT;
      case REFER, PROPOSE_CANCELLATION -> Outcome.REFER;
    };
  }

  private String remedy() {
    return switch (policy().mismatch()) {
      case CORRECT -> "请核对并更正，使纸质与电子材料一致。";
      case REFER -> "由工作人员核对。";
      // Only a person cancels a candidate, and only after asking the unit.
      case PROPOSE_CANCELLATION -> "请单位书面说明；通知规定的后果须由工作人员核查后决定。";
    };
  }

  private Finding told(
      ComparedField field, FieldComparison comparison, Outcome outcome, String sentence) {
    return Subject.of(dossier)
        .at(paper.place(field))
        .finding(
            FindingCode.PAPER_MISMATCH,
            outcome,
            new Ground(field.field(), policy().consistency().orElse(Clause.NONE)),
            "纸质：" + comparison.paper() + "；电子：" + comparison.electronic(),
            "“" + field.field() + "”" + sentence)
        .on(comparison);
  }

  private PaperPolicy policy() {
    return facts.call().paper();
  }
}
