package cn.baosong.web.api;

import cn.baosong.desk.draft.CallCheck;

/** A draft whose check finds faults, and that was not sent as unfinished. */
final class CallRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient CallCheck check;

  CallRefused(CallCheck check) {
    super("the call has faults");
    this.check = check;
  }

  CallCheck check() {
    return check;
  }
}
