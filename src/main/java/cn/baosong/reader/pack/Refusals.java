package cn.baosong.reader.pack;

import cn.baosong.core.call.FormData;
import cn.baosong.core.check.FindingCode;
import cn.baosong.core.submission.Defect;
import cn.baosong.core.submission.Opened;
import cn.baosong.core.submission.Stated;
import cn.baosong.reader.archive.OpenedArchive;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the opening of an archive found wrong, in the codes of the contract. */
final class Refusals {
  private static final int NAMED = 5;

  private Refusals() {}

  /** A package that was not opened, for one defect or many; each is told. */
  static Opened notOpened(OpenedArchive archive) {
    boolean unsafe =
        archive.stoppedBy().map(cn.baosong.reader.archive.Defect::kind).stream()
            .anyMatch(kind -> kind == cn.baosong.reader.archive.Defect.Kind.UNSAFE);
    return closed(
        unsafe ? Opened.Outcome.UNSAFE : Opened.Outcome.UNREADABLE,
        archive.defects().stream().map(Refusals::told).toList());
  }

  /** A package that holds nothing that could be read as a submission. */
  static Opened unreadable(String place, String sentence) {
    return closed(
        Opened.Outcome.UNREADABLE,
        List.of(new Defect(FindingCode.PACKAGE_UNREADABLE.name(), place, sentence, false)));
  }

  /** What no reader came to the end of: a person looks at it. */
  static Opened beyondLimits(String place) {
    return unreadable(place, "材料未能在限定的时间和内存内读完，原件和收到时间已留存，由工作人员查看；也可以重新生成文件后再报。");
  }

  /** What was wrong with single entries, and what was passed over. */
  static List<Defect> remarks(OpenedArchive archive) {
    List<Defect> told = new ArrayList<>();
    archive.defects().forEach(defect -> told.add(told(defect)));
    if (!archive.ignored().isEmpty()) {
      told.add(ignored(archive.ignored()));
    }
    return told;
  }

  private static Defect ignored(List<String> names) {
    return new Defect(
        FindingCode.MATERIAL_INVALID.name(), "", "系统附带文件未读取：" + some(names) + "。", true);
  }

  /** The first few of many names. */
  static String some(List<String> names) {
    String shown = String.join("、", names.subList(0, Math.min(NAMED, names.size())));
    return names.size() > NAMED ? shown + " 等 " + names.size() + " 个" : shown;
  }

  private static Defect told(cn.baosong.reader.archive.Defect defect) {
    boolean remark =
        defect.kind() == cn.baosong.reader.archive.Defect.Kind.DAMAGED_NAME
            && defect.reach() == cn.baosong.reader.archive.Defect.Reach.ENTRY;
    return new Defect(code(defect).name(), defect.entry(), defect.chinese(), remark);
  }

  private static FindingCode code(cn.baosong.reader.archive.Defect defect) {
    return switch (defect.kind()) {
      case UNSAFE -> FindingCode.PACKAGE_UNSAFE;
      case ENCRYPTED -> FindingCode.PACKAGE_ENCRYPTED;
      case TOO_LARGE -> FindingCode.PACKAGE_TOO_LARGE;
      case BROKEN, UNSUPPORTED -> FindingCode.PACKAGE_UNREADABLE;
      case MARKED -> FindingCode.CLASSIFIED_MARKING;
      case DUPLICATE_NAME, DAMAGED_NAME -> FindingCode.MATERIAL_INVALID;
    };
  }

  private static Opened closed(Opened.Outcome outcome, List<Defect> defects) {
    return new Opened(
        outcome, Stated.NOTHING, FormData.EMPTY, List.of(), List.of(), defects, Optional.empty());
  }
}
