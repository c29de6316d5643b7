package cn.baosong.core.check;

import cn.baosong.core.call.Clause;
import cn.baosong.core.call.ComparedField;
import cn.baosong.core.call.PaperPolicy;
import cn.baosong.core.call.PaperPolicy.Mode;
import cn.baosong.core.check.Subject.Ground;
import cn.baosong.core.dossier.Dossier;
import java.util.List;
import java.util.Optional;

/** Whether agreement of paper and form was seen, only declared, or not to be known at all. */
final class PaperProof {
  private PaperProof() {}

  static Optional<Finding> finding(Dossier dossier, PaperFields paper, Assessment soFar) {
    PaperPolicy policy = soFar.facts().call().paper();
    List<ComparedField> known =
        policy.compared().stream().filter(f -> paper.value(f).isPresent()).toList();
    if (policy.compared().isEmpty() || known.stream().anyMatch(paper::isSeen)) {
      return Optional.empty();
    }
    return known.isEmpty()
        ? unreadable(dossier, soFar)
        : Optional.of(declaredOnly(dossier, policy));
  }

  private static Finding declaredOnly(Dossier dossier, PaperPolicy policy) {
    boolean asks = policy.consistency().isPresent() && !policy.declaredSuffices();
    return finding(
        dossier,
        policy,
        FindingCode.PAPER_DECLARED_ONLY,
        asks ? Outcome.REFER : Outcome.REMARK,
        "纸质材料内容仅由单位自行申报，未经本单位核对原件" + (asks ? "，由工作人员核对。" : "。"));
  }

  /** A paper that is missing is asked for elsewhere; without a clause nothing need agree. */
  private static Optional<Finding> unreadable(Dossier dossier, Assessment soFar) {
    UnitCase facts = soFar.facts();
    PaperPolicy policy = facts.call().paper();
    boolean isMissing =
        policy.mode() == Mode.PARCEL
            ? PapersOf.naming(dossier, facts).isEmpty()
            : soFar.findings().stream()
                .filter(f -> f.code() == FindingCode.MATERIAL_MISSING)
                .anyMatch(f -> f.dossier().filter(dossier.number()::equals).isPresent());
    return policy.consistency().isEmpty() || isMissing
        ? Optional.empty()
        : Optional.of(
            finding(
                dossier,
                policy,
                FindingCode.PAPER_UNREADABLE,
                Outcome.REFER,
                "纸质材料内容未能识别，不能核对与电子材料是否一致，由工作人员核对。"));
  }

  private static Finding finding(
      Dossier dossier, PaperPolicy policy, FindingCode code, Outcome outcome, String sentence) {
    return Subject.of(dossier)
        .finding(
            code, outcome, new Ground("", policy.consistency().orElse(Clause.NONE)), "", sentence);
  }
}
