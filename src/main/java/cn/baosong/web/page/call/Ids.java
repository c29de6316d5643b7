package cn.baosong.web.page.call;

import cn.baosong.core.call.CallId;
import cn.baosong.desk.Refusal;

/** The id of a call in an address. */
final class Ids {
  private Ids() {}

  static CallId read(String written) {
    try {
      return new CallId(written);
    } catch (IllegalArgumentException nonsense) {
      throw none(written);
    }
  }

  static Refusal none(String written) {
    return Refusal.notFound(
        "id",
        "没有通知“" + written + "”，也没有它的草稿。",
        "There is no call " + written + ", nor a draft of it.");
  }
}
