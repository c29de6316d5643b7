package cn.baosong.reader.sheet;

/** Why the text of a cell may not be what the clerk meant. */
public enum Trouble {
  /** A number of 16 digits or more: Excel keeps 15 and puts zeros for the rest. */
  PRECISION_LOST(
      "疑为Excel精度丢失，请将该列设为文本格式后重新填写", "digits were probably lost by Excel; format as text"),
  /** #N/A, #REF! and the like. */
  ERROR_VALUE("是公式错误值", "is an error value"),
  /** A formula that was saved without its value; it is never evaluated here. */
  NOT_CALCULATED("是未计算的公式，请改为填写结果", "is a formula without a value; write the value"),
  /** Longer than the limit and cut. */
  CUT("内容过长，已截断", "is too long and was cut");

  private final String chinese;
  private final String english;

  Trouble(String chinese, String english) {
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
