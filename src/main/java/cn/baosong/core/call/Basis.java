package cn.baosong.core.call;

/** Which instant of a delivery a deadline is held against. */
public enum Basis {
  /** 以邮戳为准: when it was sent. */
  POSTMARK,
  /** When it was received. */
  RECEIPT
}
