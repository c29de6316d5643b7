package cn.baosong.desk;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.CallId;
import cn.baosong.core.call.CallVersion;
import cn.baosong.core.call.Choice;
import java.util.List;

/** Where what the office settles of a notice is kept: beside the call itself (decisions.md 30). */
public interface Settlements {
  /**
   * Keeps a choice with the call, which is live in its new version when this returns.
   *
   * @param seen the version that the person had before the eyes
   * @throws Refusal when the call has changed since, or with this choice would take no effect, as
   *     when a case of its own fails; nothing is changed then
   */
  Call keep(CallId call, CallVersion seen, Choice choice);

  /** What stands, in the order of its keeping; of an unknown call nothing. */
  List<Choice> kept(CallId call);
}
