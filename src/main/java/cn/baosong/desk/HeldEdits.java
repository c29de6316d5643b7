package cn.baosong.desk;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.CallId;
import cn.baosong.core.call.CallVersion;
import java.util.List;
import java.util.Optional;

/** Sound edits of folders that wait for a person, since a deadline is near. */
public interface HeldEdits {
  List<Held> held();

  /**
   * Lets an edit take effect.
   *
   * @return the call as it is live now; empty when this is not what is held
   */
  Optional<Call> release(CallId call, CallVersion version);

  /**
   * An edit that is held.
   *
   * @param running the version that goes on meanwhile
   * @param next the call as it would be
   */
  record Held(CallVersion running, Call next) {}
}
