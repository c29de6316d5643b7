package cn.baosong.core.check;

import cn.baosong.core.call.Clause;
import cn.baosong.core.call.ComparedField;
import cn.baosong.core.call.ComparedField.Weight;
import cn.baosong.core.check.Subject.Ground;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.FieldDifferences;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the codes of a printed form come to: fields printed otherwise, and pages that are missing. A
 * code tells where to look and not what stands there, so each is a person's, whatever the notice
 * says of a difference.
 */
record CodeFindings(Dossier dossier, PaperFields paper, UnitCase facts) {

  List<Finding> findings(FieldDifferences differences) {
    List<Finding> found = new ArrayList<>();
    facts.call().paper().compared().stream()
        .filter(field -> field.weight() != Weight.COSMETIC)
        .filter(paper::isCodedOtherwise)
        .forEach(field -> found.add(printedOtherwise(field, differences)));
    missing().ifPresent(found::add);
    return found;
  }

  private Finding printedOtherwise(ComparedField field, FieldDifferences differences) {
    String electronic = dossier.form().text(field.field()).orElse("");
    return finding(
            FindingCode.PAPER_MISMATCH,
            Outcome.REFER,
            new Ground(field.field(), clause()),
            "电子：" + electronic,
            "“" + field.field() + "”：二维码表明打印纸质登记表时该栏与现在的电子材料不同，由工作人员查看原件。")
        .on(differences.compare(field, "", electronic));
  }

  private Optional<Finding> missing() {
    String pages = paper.codes().missing();
    return pages.isEmpty()
        ? Optional.empty()
        : Optional.of(
            finding(
                FindingCode.PAPER_UNREADABLE,
                facts.call().paper().consistency().isPresent() ? Outcome.REFER : Outcome.REMARK,
                new Ground("", clause()),
                pages,
                "纸质登记表未见" + pages + "，由工作人员查看原件。"));
  }

  private Clause clause() {
    return facts.call().paper().consistency().orElse(Clause.NONE);
  }

  private Finding finding(
      FindingCode code, Outcome outcome, Ground ground, String observed, String sentence) {
    return Subject.of(dossier)
        .at(paper.codes().place())
        .finding(code, outcome, ground, observed, sentence);
  }
}
