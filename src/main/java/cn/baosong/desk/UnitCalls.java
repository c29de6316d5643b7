package cn.baosong.desk;

import cn.baosong.core.call.CallId;
import cn.baosong.core.call.UnitCode;

/** The rows that assessment waits on and locks: one for each unit in each call (decisions.md 1). */
public interface UnitCalls {
  /** Puts a unit's case back to waiting: the one door into assessment. */
  void request(CallId call, UnitCode unit);

  /** Locks the row until the end of the transaction. */
  void lock(CallId call, UnitCode unit);

  /** Ends the waiting, unless it was requested again since the claim. */
  void done(CallId call, UnitCode unit);

  /** Puts every unit of a call back to waiting: its rules or settled options changed. */
  void requestAll(CallId call);

  /** Puts the units of a call back to waiting that have a dossier before a person. */
  void requestInReview(CallId call);

  /** Puts the units of a call back to waiting that have a dossier whose term or window runs. */
  void requestRunning(CallId call);
}
