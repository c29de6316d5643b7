package cn.baosong.reader.sheet;

import cn.baosong.reader.archive.Defect;

/** Ends the reading of a list; the remark is meant for the sender. */
final class Unreadable extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Remark remark;

  Unreadable(Remark.Kind kind, String place, String chinese, String english) {
    super(english, null, false, false);
    this.remark = Remark.of(kind, place, chinese, english);
  }

  /** What opening the file as an archive has already said. */
  Unreadable(Remark.Kind kind, Defect defect) {
    super(defect.english(), null, false, false);
    this.remark = new Remark(kind, defect.entry(), defect.chinese(), defect.english());
  }

  static Unreadable tooLarge(String place) {
    return new Unreadable(
        Remark.Kind.TOO_LARGE, place, "内容过多，请只保留报送清单", "is too large; keep only the list itself");
  }

  static Unreadable damaged(String place) {
    return new Unreadable(
        Remark.Kind.UNREADABLE,
        place,
        "已损坏或格式不符，请按模板重新填写保存",
        "is damaged or not what it seems; fill in the template again");
  }

  Remark remark() {
    return remark;
  }
}
