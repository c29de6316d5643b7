package cn.baosong.core.call;

/** Three values, never two: a fact that is missing or unreadable leaves a rule undecided. */
public enum Truth {
  TRUE,
  FALSE,
  UNDECIDED;

  public static Truth of(boolean value) {
    return value ? TRUE : FALSE;
  }
}
