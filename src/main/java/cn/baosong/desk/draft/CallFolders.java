package cn.baosong.desk.draft;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.CallId;
import cn.baosong.core.call.CallVersion;
import cn.baosong.desk.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The folders of the calls, and every version of them that ever took effect. */
public interface CallFolders {
  /** As it lies there now; empty when there is none of this name. */
  Optional<CallFiles> standing(CallId call);

  /** A version that took effect once; empty when it is not archived. */
  Optional<CallFiles> former(CallId call, CallVersion version);

  /** The files of a call that is still to be filled in, each key explained. */
  Map<String, String> blank();

  /** Every key that {@code call.yaml} may have, in the order of its schema. */
  List<Key> guide();

  /**
   * Checks the folder as it would be with these texts in the place of what is editable in it, by
   * the same loader, linter and cases as {@code check}. Nothing is written.
   */
  CallCheck check(CallId call, Map<String, String> texts);

  /**
   * Puts the texts in the place of what is editable in the folder, each file whole or not at all;
   * the call is live in its new version when this returns. Done again after an interruption, it
   * finishes.
   *
   * @param base what the folder was when the texts were drafted
   * @throws Refusal when the folder holds what is neither of the base nor of the texts, or would
   *     take no effect so; nothing is changed then
   */
  Call replace(CallId call, Draft.Base base, Map<String, String> texts);
}
