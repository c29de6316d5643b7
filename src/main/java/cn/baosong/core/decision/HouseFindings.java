package cn.baosong.core.decision;

import cn.baosong.core.call.Ambiguity;
import cn.baosong.core.call.Clause;
import cn.baosong.core.call.Settlement;
import cn.baosong.core.check.Finding;
import cn.baosong.core.check.FindingCode;
import cn.baosong.core.check.Outcome;
import cn.baosong.core.check.UnitCase;
import cn.baosong.core.dossier.Correction;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.DossierNumber;
import java.time.LocalDate;
import java.util.Optional;

/** What the deciding itself finds. */
final class HouseFindings {
  private HouseFindings() {}

  static Finding checkDidNotRun(Dossier dossier) {
    return finding(dossier, FindingCode.RULE_UNDECIDED, Outcome.REFER, "", "有审核步骤未能完成，由工作人员处理。");
  }

  static Finding quarantined(Dossier dossier) {
    return finding(dossier, FindingCode.PACKAGE_UNSAFE, Outcome.REFER, "", "报送包已隔离，由工作人员处理。");
  }

  static Finding noDepartment(Dossier dossier) {
    return finding(
        dossier,
        FindingCode.RULE_UNDECIDED,
        Outcome.REFER,
        dossier.category().orElse(""),
        "没有承办处室受理该类别，由工作人员确定承办处室。");
  }

  static Finding replaced(Dossier dossier, DossierNumber successor) {
    return finding(
        dossier,
        FindingCode.DUPLICATE_CANDIDATE,
        Outcome.REMARK,
        successor.value(),
        "已由单位此后报送的" + successor + "替代。");
  }

  /** A lapsed term is a person's task, never a refusal (decisions 8). */
  static Optional<Finding> lapsed(Dossier dossier, UnitCase facts) {
    return dossier
        .correction()
        .flatMap(Correction::due)
        .filter(due -> isOver(due, facts))
        .map(
            due ->
                finding(
                    dossier,
                    FindingCode.CORRECTION_LAPSED,
                    Outcome.REFER,
                    due.toString(),
                    "补正期限（%d年%d月%d日）已满，未收到补正材料，由工作人员处理。"
                        .formatted(due.getYear(), due.getMonthValue(), due.getDayOfMonth())));
  }

  /** The reading that the office settled on, where it decided the case. */
  static Optional<Finding> applied(Dossier dossier, Ambiguity ambiguity) {
    return ambiguity
        .settlement()
        .map(
            settled ->
                new Finding(
                    FindingCode.READING_APPLIED,
                    Outcome.PASS,
                    dossier.submission(),
                    Optional.of(dossier.number()),
                    ambiguity.id(),
                    ambiguity.clause(),
                    ambiguity.said(settled.reading()),
                    "",
                    applied(ambiguity, settled)));
  }

  private static String applied(Ambiguity ambiguity, Settlement settled) {
    LocalDate on = settled.on();
    return "本通知“%s”按“%s”理解（%s于%d年%d月%d日认定：%s）。"
        .formatted(
            ambiguity.clause().isStated() ? ambiguity.clause().words() : ambiguity.question(),
            ambiguity.said(settled.reading()),
            settled.by(),
            on.getYear(),
            on.getMonthValue(),
            on.getDayOfMonth(),
            settled.reason());
  }

  private static boolean isOver(LocalDate due, UnitCase facts) {
    return !facts.asOf().isBefore(due.plusDays(1).atStartOfDay(facts.zone()).toInstant());
  }

  private static Finding finding(
      Dossier dossier, FindingCode code, Outcome outcome, String observed, String sentence) {
    return new Finding(
        code,
        outcome,
        dossier.submission(),
        Optional.of(dossier.number()),
        "",
        Clause.NONE,
        observed,
        dossier.place(),
        sentence);
  }
}
