package cn.baosong.desk;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.CallId;
import cn.baosong.core.call.CallVersion;
import java.util.List;

/** Sound edits and removals of folders that wait for a person, since a deadline is near. */
public interface HeldEdits {
  List<Held> held();

  /**
   * Lets an edit take effect, or the call end whose folder was removed.
   *
   * @return whether this was held, and is in effect now
   */
  boolean release(CallId call, CallVersion version);

  /**
   * An edit that is held.
   *
   * @param running the version that goes on meanwhile
   * @param next the call as it would be; as it runs, where its folder was removed
   */
  record Held(CallVersion running, Call next, boolean isRemoval) {
    /** In the place of a version, of which a removal has none. */
    public static final CallVersion REMOVAL = new CallVersion("removal");

    /** What a person confirms. */
    public CallVersion version() {
      return isRemoval ? REMOVAL : next.version();
    }
  }
}
