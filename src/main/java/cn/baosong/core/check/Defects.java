package cn.baosong.core.check;

import cn.baosong.core.check.Subject.Ground;
import cn.baosong.core.submission.Defect;
import java.util.Arrays;
import java.util.Optional;

/** What the opening of a package found, as findings. */
public final class Defects {
  private Defects() {}

  static Finding finding(Subject subject, Defect defect) {
    FindingCode code = code(defect).orElse(FindingCode.MATERIAL_INVALID);
    return subject
        .at(defect.place())
        .finding(code, outcome(defect), Ground.HOUSE, defect.place(), defect.sentence());
  }

  /** What a defect asks for, in words that findings share. */
  public static Outcome outcome(Defect defect) {
    return defect.remark()
        ? Outcome.REMARK
        : outcome(code(defect).orElse(FindingCode.MATERIAL_INVALID));
  }

  private static Optional<FindingCode> code(Defect defect) {
    return Arrays.stream(FindingCode.values())
        .filter(c -> c.name().equals(defect.code()))
        .findFirst();
  }

  /** What the unit can mend by sending again is a correction; all else is a person's. */
  private static Outcome outcome(FindingCode code) {
    return switch (code) {
      case FORM_INVALID,
          MATERIAL_MISSING,
          MATERIAL_INVALID,
          COPIES_SHORT,
          PROCEDURE_MISSING,
          PUBLICITY_SHORT,
          PAPER_NOT_RECEIVED,
          ELECTRONIC_NOT_RECEIVED,
          DUPLICATE_CANDIDATE,
          QUOTA_EXCEEDED,
          PACKAGE_UNREADABLE,
          PACKAGE_TOO_LARGE,
          PACKAGE_ENCRYPTED,
          ATTACHMENT_NOT_ENCLOSED ->
          Outcome.CORRECT;
      case BORDER_CASE, DUPLICATE_DELIVERY, ORIGINALS_HELD, READING_APPLIED, TEXT_NOT_SEARCHED ->
          Outcome.REMARK;
      case LATE,
          TIME_UNDETERMINED,
          PART_LATE,
          PAPER_MISMATCH,
          PAPER_UNREADABLE,
          PAPER_DECLARED_ONLY,
          QUOTA_COMPOSITION,
          INELIGIBLE,
          ALREADY_SELECTED,
          RULE_UNDECIDED,
          MATERIAL_UNREADABLE,
          CLASSIFIED_MARKING,
          UNIT_UNKNOWN,
          UNIT_NOT_ADMITTED,
          SENDER_NOT_VERIFIED,
          CHANNEL_NOT_ADMITTED,
          CALL_UNKNOWN,
          CALL_NOT_OPEN,
          LIST_CHANGED,
          CORRECTION_LAPSED,
          PACKAGE_UNSAFE,
          MALWARE_FOUND ->
          Outcome.REFER;
    };
  }
}
