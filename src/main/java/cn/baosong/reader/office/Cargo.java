package cn.baosong.reader.office;

/** What a clerk should know before opening an office document. */
public enum Cargo {
  MACRO("含宏，宏未运行", "holds macros; none was run"),
  OBJECT("含嵌入对象或控件，未打开", "holds embedded objects or controls; none was opened"),
  LINK("引用外部文件，未访问", "refers to files elsewhere; none was fetched"),
  /** It opens with a password, so that nothing else is known of it. */
  LOCKED("设有打开密码，未能查看内容", "opens with a password; its content was not seen");

  private final String chinese;
  private final String english;

  Cargo(String chinese, String english) {
    this.chinese = chinese;
    this.english = english;
  }

  public String chinese() {
    return chinese;
  }

  public String english() {
    return english;
  }
}
