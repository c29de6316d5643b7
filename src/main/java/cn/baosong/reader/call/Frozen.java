package cn.baosong.reader.call;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.CallId;
import cn.baosong.core.call.CallVersion;
import cn.baosong.desk.HeldEdits;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Which edits wait for a person, and which a person lets pass, once. */
final class Frozen {
  private final Predicate<Call> near;
  private final Map<CallId, CallVersion> allowed = new HashMap<>();

  Frozen(Predicate<Call> near) {
    this.near = near;
  }

  /** By the deadlines of the edit, and by those of the call as it runs. */
  boolean holds(Call next, Supplier<Optional<Call>> running) {
    return !next.version().equals(allowed.get(next.id()))
        && (near.test(next) || running.get().filter(near).isPresent());
  }

  /** A call whose folder was removed. */
  boolean holdsRemoval(Call running) {
    return !HeldEdits.Held.REMOVAL.equals(allowed.get(running.id())) && near.test(running);
  }

  void allow(CallId call, CallVersion version) {
    allowed.put(call, version);
  }

  void endAllowing(CallId call) {
    allowed.remove(call);
  }
}
