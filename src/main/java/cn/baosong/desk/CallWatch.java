package cn.baosong.desk;

import cn.baosong.core.call.Call;
import cn.baosong.core.call.CallId;
import cn.baosong.core.call.CallVersion;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Watches the folders of the calls: a call that changed puts the cases of all its units back to
 * waiting, so that what a machine may still change is judged by the new version.
 */
public final class CallWatch {
  private final Predicate<Instant> reloadWhenQuiet;
  private final Calls calls;
  private final UnitCalls unitCalls;
  private final Clock machineClock;
  private final Runnable afterwards;
  private boolean looked;
  private Map<CallId, CallVersion> seen;

  /**
   * @param reloadWhenQuiet reloads what was edited and has rested; true when it did
   * @param machineClock real time
   * @param afterwards runs at the first look, and after each that reloaded
   */
  public CallWatch(
      Predicate<Instant> reloadWhenQuiet,
      Calls calls,
      UnitCalls unitCalls,
      Clock machineClock,
      Runnable afterwards) {
    this.reloadWhenQuiet = reloadWhenQuiet;
    this.calls = calls;
    this.unitCalls = unitCalls;
    this.machineClock = machineClock;
    this.afterwards = afterwards;
    this.seen = versions();
  }

  /** One look. */
  public synchronized void look() {
    boolean reloaded = reloadWhenQuiet.test(machineClock.instant());
    if (reloaded) {
      requestChanged();
    }
    if (reloaded || !looked) {
      afterwards.run();
      looked = true;
    }
  }

  private void requestChanged() {
    Map<CallId, CallVersion> now = versions();
    now.forEach(
        (id, version) -> {
          if (!version.equals(seen.get(id))) {
            unitCalls.requestAll(id);
          }
        });
    seen = now;
  }

  private Map<CallId, CallVersion> versions() {
    Map<CallId, CallVersion> versions = new HashMap<>();
    for (Call call : calls.live()) {
      versions.put(call.id(), call.version());
    }
    return versions;
  }
}
