package cn.baosong.reader.feel;

/** What kind of value an expression gives. */
enum Kind {
  TEXT("文字", "text"),
  NUMBER("数字", "a number"),
  TRUTH("是/否", "true or false"),
  LIST("多选", "a list"),
  /** Not known before it is evaluated. */
  ANY("任何值", "any value");

  private final String zh;
  private final String en;

  Kind(String zh, String en) {
    this.zh = zh;
    this.en = en;
  }

  String zh() {
    return zh;
  }

  String en() {
    return en;
  }

  boolean fits(Kind other) {
    return this == other || this == ANY || other == ANY;
  }
}
