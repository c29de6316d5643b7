package cn.baosong.web.api;

import cn.baosong.desk.Refusal;

/** What If-Match names is no longer so (RFC 9110, section 13.1.1). */
final class PreconditionFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient Refusal refusal;

  PreconditionFailed(Refusal refusal) {
    super(refusal);
    this.refusal = refusal;
  }

  Refusal refusal() {
    return refusal;
  }
}
