package cn.baosong.core.call;

/** What a notice says happens to what is late. */
public enum Consequence {
  /** 不予受理. */
  NOT_ACCEPTED,
  /** 视为放弃. */
  DEEMED_WAIVED,
  /** 逾期无效. */
  VOID,
  /** The notice is silent: nothing is refused by machine. */
  NONE_STATED
}
