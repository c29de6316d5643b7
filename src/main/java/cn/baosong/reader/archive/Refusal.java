package cn.baosong.reader.archive;

import cn.baosong.reader.archive.Defect.Kind;
import cn.baosong.reader.archive.Defect.Reach;

/** Stops the reading of an entry or of a container; the reason is meant for the sender. */
final class Refusal extends Exception {
  private static final long serialVersionUID = 1L;

  private static final String UNSAFE_REMEDY = "，整包未予打开；请把要报送的文件放进一个文件夹，用普通 zip 重新压缩后报送";

  private static final String UNSAFE_REMEDY_ENGLISH =
      ", so nothing was opened; put the files to send into one folder and pack it as a plain zip";

  private final transient Defect defect;

  private Refusal(Defect defect) {
    super(defect.english(), null, false, false);
    this.defect = defect;
  }

  Defect defect() {
    return defect;
  }

  Defect forEntryOnly() {
    return new Defect(
        defect.kind(), Reach.ENTRY, defect.entry(), defect.chinese(), defect.english());
  }

  static Refusal unsafe(String entry, String chinese, String english) {
    return whole(Kind.UNSAFE, entry, chinese + UNSAFE_REMEDY, english + UNSAFE_REMEDY_ENGLISH);
  }

  static Refusal bomb(String entry) {
    return unsafe(
        entry, "解压后大小与压缩大小相差悬殊，疑为压缩炸弹", "unpacks to far more than it weighs: a suspected bomb");
  }

  /** The name itself is not told to anybody. */
  static Refusal marked() {
    return whole(Kind.MARKED, "", "载有密级标志", "bears a mark of state secrecy");
  }

  static Refusal tooLarge(String entry, String chinese, String english) {
    return whole(Kind.TOO_LARGE, entry, chinese, english);
  }

  static Refusal broken(String entry, String chinese, String english) {
    return whole(Kind.BROKEN, entry, chinese, english);
  }

  static Refusal encrypted(String entry) {
    return whole(
        Kind.ENCRYPTED,
        entry,
        "已加密，无法打开；请去掉密码后重新报送",
        "is encrypted; send it again without a password");
  }

  static Refusal unsupported(String entry, String chinese, String english) {
    return whole(Kind.UNSUPPORTED, entry, chinese, english);
  }

  private static Refusal whole(Kind kind, String entry, String chinese, String english) {
    return new Refusal(Defects.of(kind, Reach.PACKAGE, entry, chinese, english));
  }
}
