package cn.baosong.core.check;

import cn.baosong.core.call.Clause;
import cn.baosong.core.call.ComparedField;
import cn.baosong.core.call.ComparedField.Weight;
import cn.baosong.core.call.PaperPolicy;
import cn.baosong.core.call.PaperPolicy.Mode;
import cn.baosong.core.call.PersonFields;
import cn.baosong.core.check.Subject.Ground;
import cn.baosong.core.dossier.Dossier;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether agreement of paper and form was seen, only declared, or not to be known at all. */
record PaperProof(Dossier dossier, PaperFields paper, Assessment soFar) {

  Optional<Finding> finding() {
    List<ComparedField> compared = policy().compared();
    if (compared.isEmpty() || compared.stream().anyMatch(paper::isKeyed)) {
      return Optional.empty();
    }
    if (compared.stream().anyMatch(paper::isSeen)) {
      return read();
    }
    return compared.stream().anyMatch(paper::isDeclared)
        ? Optional.of(declaredOnly())
        : unreadable(nothingRead());
  }

  private String nothingRead() {
    return paper.place().isEmpty() || unread().isEmpty()
        ? "纸质材料内容未能识别，不能核对与电子材料是否一致，由工作人员核对。"
        : notRead(unread());
  }

  /** A form read by machine proves itself to be this person's only by what says who it is. */
  private Optional<Finding> read() {
    List<ComparedField> unread = unread();
    List<ComparedField> identity = unread.stream().filter(this::saysWho).toList();
    if (!identity.isEmpty()) {
      return unreadable(notRead(identity));
    }
    return unread.isEmpty() || policy().consistency().isEmpty()
        ? Optional.empty()
        : Optional.of(
            finding(
                FindingCode.PAPER_UNREADABLE,
                Outcome.REMARK,
                "登记表上未能读出" + names(unread) + "，该栏未作核对，提请注意。"));
  }

  private static String notRead(List<ComparedField> fields) {
    return "登记表上未能读出" + names(fields) + "，不能确认与电子材料是否一致，由工作人员核对原件。";
  }

  /** Fields that the electronic form states and the paper was not seen to state. */
  private List<ComparedField> unread() {
    return policy().compared().stream()
        .filter(f -> dossier.form().isFilled(f.field()))
        .filter(f -> !paper.isSeen(f) && !paper.isCodedOtherwise(f))
        .filter(f -> !(policy().declaredSuffices() && paper.isDeclared(f)))
        .toList();
  }

  private boolean saysWho(ComparedField field) {
    PersonFields person = soFar.facts().call().person();
    return field.weight() == Weight.IDENTITY
        || field.field().equals(person.name())
        || field.field().equals(person.identity());
  }

  private Finding declaredOnly() {
    boolean asks = policy().consistency().isPresent() && !policy().declaredSuffices();
    return finding(
        FindingCode.PAPER_DECLARED_ONLY,
        asks ? Outcome.REFER : Outcome.REMARK,
        "纸质材料内容仅由单位自行申报，未经本单位核对原件" + (asks ? "，由工作人员核对。" : "。"));
  }

  /** A paper that is missing is asked for elsewhere; without a clause nothing need agree. */
  private Optional<Finding> unreadable(String sentence) {
    boolean isMissing =
        policy().mode() == Mode.PARCEL
            ? PapersOf.naming(dossier, soFar.facts()).isEmpty()
            : soFar.own().stream()
                .filter(f -> f.code() == FindingCode.MATERIAL_MISSING)
                .anyMatch(f -> f.dossier().filter(dossier.number()::equals).isPresent());
    return policy().consistency().isEmpty() || isMissing
        ? Optional.empty()
        : Optional.of(finding(FindingCode.PAPER_UNREADABLE, Outcome.REFER, sentence));
  }

  private Finding finding(FindingCode code, Outcome outcome, String sentence) {
    return Subject.of(dossier)
        .at(paper.place())
        .finding(
            code,
            outcome,
            new Ground("", policy().consistency().orElse(Clause.NONE)),
            "",
            sentence);
  }

  private PaperPolicy policy() {
    return soFar.facts().call().paper();
  }

  private static String names(List<ComparedField> fields) {
    return fields.stream().map(ComparedField::field).collect(Collectors.joining("、", "“", "”"));
  }
}
