package cn.baosong.core.notice;

/** Kinds of letters (文书, domain.md section 4). */
public enum LetterKind {
  /** 收件回执. */
  RECEIPT,
  /** 受理通知书. */
  ACCEPTANCE,
  /** 补正材料通知书. */
  CORRECTION,
  /** 不予受理通知书. */
  NOT_ACCEPTED,
  /** 逾期视为放弃告知书. */
  DEEMED_WAIVED,
  /** 逾期无效告知书. */
  VOID,
  /** 待认定告知书. */
  PENDING,
  /** 情况说明函: asks the unit about paper and data that differ; a person sends it. */
  INQUIRY,
  /** 超指标退回通知. */
  OVER_QUOTA,
  /** 重复报送告知. */
  DUPLICATE,
  /** 转报告知: who to send it to instead. */
  REDIRECT,
  /** 撤回确认. */
  WITHDRAWAL,
  /** 涉密材料处置告知: in the least words, told in person first, and never sent by mail. */
  SECRECY,
  /** 催报通知: to a unit of which nothing, or not all, has come; it answers no delivery. */
  REMINDER,
  /** 移送告知: whither a parcel of the unit's was sent on, and when it had come. */
  TRANSFER;

  /** Whether it refuses, and so waits its hold during which a person can stop it. */
  public boolean refuses() {
    return switch (this) {
      case NOT_ACCEPTED, DEEMED_WAIVED, VOID -> true;
      case RECEIPT,
          ACCEPTANCE,
          CORRECTION,
          PENDING,
          INQUIRY,
          OVER_QUOTA,
          DUPLICATE,
          REDIRECT,
          WITHDRAWAL,
          SECRECY,
          REMINDER,
          TRANSFER ->
          false;
    };
  }

  /** Whether it bears the office's seal, so that a call may have a clerk release it. */
  public boolean isSealed() {
    return switch (this) {
      case ACCEPTANCE, CORRECTION, NOT_ACCEPTED, DEEMED_WAIVED, VOID, OVER_QUOTA -> true;
      case RECEIPT,
          PENDING,
          INQUIRY,
          DUPLICATE,
          REDIRECT,
          WITHDRAWAL,
          SECRECY,
          REMINDER,
          TRANSFER ->
          false;
    };
  }

  /**
   * Whether it only answers an arrival, as RFC 3834 means it: of these one a day, case and address
   * goes out, so that two machines that answer each other fall silent.
   */
  public boolean answersArrival() {
    return switch (this) {
      case RECEIPT, DUPLICATE -> true;
      case ACCEPTANCE,
          CORRECTION,
          NOT_ACCEPTED,
          DEEMED_WAIVED,
          VOID,
          PENDING,
          INQUIRY,
          OVER_QUOTA,
          REDIRECT,
          WITHDRAWAL,
          SECRECY,
          REMINDER,
          TRANSFER ->
          false;
    };
  }

  /** Whether it is only ever drafted: a person decides whether it leaves. */
  public boolean isDrafted() {
    return this == INQUIRY;
  }

  /** Whether it may go by mail. */
  public boolean isMailed() {
    return this != SECRECY;
  }
}
