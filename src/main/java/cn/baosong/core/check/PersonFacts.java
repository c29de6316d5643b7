package cn.baosong.core.check;

import cn.baosong.core.call.Clause;
import cn.baosong.core.call.PersonFields;
import cn.baosong.core.check.Subject.Ground;
import cn.baosong.core.dossier.Dossier;
import cn.baosong.core.dossier.IdentityNumber;
import cn.baosong.core.dossier.PartialDate;
import cn.baosong.core.dossier.PersonName;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a form says of who the candidate is, held against its own checks (domain.md 3.1, 3.3). */
final class PersonFacts {
  private static final Pattern OF_SOME_DOCUMENT =
      Pattern.compile("(?=.*[A-Z])(?=.*[0-9])[A-Z0-9()/-]{5,20}");

  private final Dossier dossier;
  private final PersonFields fields;

  PersonFacts(Dossier dossier, PersonFields fields) {
    this.dossier = dossier;
    this.fields = fields;
  }

  List<Finding> findings() {
    List<Finding> found = new ArrayList<>();
    identity().flatMap(this::number).ifPresent(found::add);
    identity().flatMap(this::birthDate).ifPresent(found::add);
    dossier.form().text(fields.name()).flatMap(this::name).ifPresent(found::add);
    return found;
  }

  /**
   * Whether what a schema says of this field adds nothing: the fault is told with its cause, or the
   * number is sound and only typed otherwise than its pattern.
   */
  boolean explains(String field) {
    return field.equals(fields.identity())
        && identity().filter(n -> number(n).isPresent() || n.text().length() == 18).isPresent();
  }

  private Optional<IdentityNumber> identity() {
    return dossier.form().text(fields.identity()).map(IdentityNumber::read);
  }

  private Optional<Finding> number(IdentityNumber number) {
    return switch (number.validity()) {
      case VALID ->
          number.kind() == IdentityNumber.Kind.RESIDENT_15
              ? toCorrect(number, "是15位的老号码，请填写现用的18位号码。")
              : Optional.empty();
      case CHECK_DIGIT_WRONG -> toCorrect(number, "校验码不符，请核对后更正。");
      case PRECISION_LOST_SUSPECTED -> toCorrect(number, "疑为Excel精度丢失，请将该列设为文本格式后重新填写完整号码。");
      case BIRTH_DATE_IMPOSSIBLE -> toCorrect(number, "所含出生日期不存在，请核对后更正。");
      case NOT_RECOGNISED -> unrecognised(number);
    };
  }

  /** The world's documents number in more ways than any table knows; a person looks at those. */
  private Optional<Finding> unrecognised(IdentityNumber number) {
    return OF_SOME_DOCUMENT.matcher(number.text()).matches()
        ? Optional.of(
            finding(fields.identity(), Outcome.REFER, number.text(), "不是常见证件的号码，由工作人员核对证件。"))
        : toCorrect(number, "无法识别，请填写完整的证件号码。");
  }

  private Optional<Finding> toCorrect(IdentityNumber number, String sentence) {
    return Optional.of(finding(fields.identity(), Outcome.CORRECT, number.text(), sentence));
  }

  /** The personnel file may rightly differ from the card (三龄两历), so a person looks. */
  private Optional<Finding> birthDate(IdentityNumber number) {
    Optional<LocalDate> onCard = number.birthDate();
    Optional<String> written = dossier.form().text(fields.birth());
    Optional<PartialDate> onForm = written.flatMap(PartialDate::parse);
    if (onCard.isEmpty() || written.isEmpty()) {
      return Optional.empty();
    }
    if (onForm.isEmpty()) {
      return Optional.of(finding(fields.birth(), Outcome.REFER, written.get(), "无法识别为日期，由工作人员核对。"));
    }
    return onForm.get().compatibleWith(PartialDate.ofDay(onCard.get()))
        ? Optional.empty()
        : Optional.of(
            finding(fields.birth(), Outcome.REFER, written.get(), "与证件号码所含出生日期不一致，由工作人员核对档案。"));
  }

  private Optional<Finding> name(String written) {
    PersonName name = PersonName.read(written);
    return name.doubts().stream()
        .sorted()
        .findFirst()
        .map(doubt -> finding(fields.name(), Outcome.REFER, written, words(doubt)));
  }

  private static String words(PersonName.Doubt doubt) {
    return switch (doubt) {
      case BLANK_BETWEEN_PARTS -> "含空格，不能确定是间隔号、排版空格还是两个人，由工作人员核对。";
      case REPLACEMENT_MARK -> "含替代符号，可能有未能录入的字，由工作人员核对原件。";
      case PRIVATE_USE -> "含无法识别的造字，由工作人员核对原件。";
      case TOO_LONG -> "过长，由工作人员核对。";
      case EMPTY -> "为空，由工作人员核对。";
    };
  }

  private Finding finding(String field, Outcome outcome, String observed, String sentence) {
    return Subject.of(dossier)
        .finding(
            FindingCode.FORM_INVALID,
            outcome,
            new Ground(field, Clause.NONE),
            observed,
            "“" + field + "”" + sentence);
  }
}
