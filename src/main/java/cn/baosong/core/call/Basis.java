package cn.baosong.core.call;

/** Which instant of a delivery a deadline is held against. */
public enum Basis {
  /** 以邮戳为准: when it was sent. */
  POSTMARK,
  /** 以寄达邮戳为准: when it arrived at the post office of delivery; without post, when received. */
  ARRIVAL_POSTMARK,
  /** When it was received. */
  RECEIPT
}
