package cn.baosong.core.check;

import cn.baosong.core.call.Clause;
import cn.baosong.core.call.ComparedField;
import cn.baosong.core.call.ComparedField.Weight;
import cn.baosong.core.check.Subject.Ground;
import cn.baosong.core.dossier.Dossier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cells that a machine saw and could not read for certain: never a difference, and where the notice
 * demands agreement a person's to look at. So is a scan that is still to be read.
 */
record OcrFindings(Dossier dossier, PaperFields paper, UnitCase facts) {

  List<Finding> findings() {
    List<Finding> found = new ArrayList<>();
    boolean keyed = facts.call().paper().compared().stream().anyMatch(paper::isKeyed);
    if (!paper.ocr().awaited().isEmpty() && !keyed) {
      found.add(
          finding(
              demands() ? Outcome.REFER : Outcome.REMARK,
              "",
              paper.ocr().awaited(),
              "登记表扫描件待识别，识别完毕后自动继续。"));
    }
    facts.call().paper().compared().stream()
        .filter(paper::isDoubtful)
        .map(this::doubtful)
        .forEach(found::add);
    return found;
  }

  private Finding doubtful(ComparedField field) {
    FormOcr.Read read = paper.ocr().doubtful().get(field.field());
    boolean asks = demands() && field.weight() != Weight.COSMETIC;
    return finding(
        asks ? Outcome.REFER : Outcome.REMARK,
        field.field(),
        read == null ? "" : read.place(),
        "登记表扫描件上的“" + field.field() + "”" + why(read));
  }

  private static String why(FormOcr.@Nullable Read read) {
    return read != null && read.reading().unlike()
        ? "与本办打印的样子对不上，可能有手写改动，由工作人员对照图像核对。"
        : "未能识别，不能确认与电子材料是否一致，由工作人员对照图像录入。";
  }

  private boolean demands() {
    return facts.call().paper().consistency().isPresent();
  }

  private Finding finding(Outcome outcome, String field, String place, String sentence) {
    return Subject.of(dossier)
        .at(place)
        .finding(
            FindingCode.PAPER_UNREADABLE,
            outcome,
            new Ground(field, facts.call().paper().consistency().orElse(Clause.NONE)),
            "",
            sentence);
  }
}
